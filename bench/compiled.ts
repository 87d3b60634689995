/**
 * An entry of the compiled package, by its path within `dist/`: what users run is measured. A loader that compiles on
 * the fly wraps every inner function to keep its name, which slows down hot code.
 * @example await compiled<typeof import('../src/text/index.ts')>('text/index')
 */
export function compiled<Module>(path: string): Promise<Module> {
  return import(new URL(`../dist/${path}.js`, import.meta.url).href)
}
