import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '../../fixtures/run-cli.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

const FILES = {
  'crosswalk.csv':
    'record_id,source,customer_id,probability\na,营销,C1,1\nb,财务,C1,1\nc,财务,C1,1\nd,财务,C2,1\ne,营销,,\n',
  'truth.csv': 'source,record_id,customer\n营销,a,E1\n财务,b,E1\n财务,c,E2\n财务,d,E2\n营销,e,E2\n',
  'links.csv':
    'left_source,left_id,right_source,right_id,weight,probability\n营销,a,财务,b,13.03,0.9994\n财务,b,财务,c,5.03,0.8767\n',
  'review.csv': 'left_source,left_id,right_source,right_id,weight,probability\n财务,c,财务,d,2.03,0.4706\n',
}

async function evaluate(...args: readonly string[]) {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content)
  return runCli(['evaluate', ...args], folder)
}

async function said(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await evaluate('crosswalk.csv', 'truth.csv', ...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

describe('guihu evaluate', () => {
  test('prints the figures, and the errors by kind', async () => {
    expect(await said()).toBe(
      [
        '真值覆盖 5 条记录。',
        '',
        '          精确率  召回率      F1',
        '按记录对  0.3333  0.2500  0.2857  正确 1 对，误并 2 对，漏并 3 对',
        'B³        0.7333  0.6000  0.6600',
        '',
        '归出 3 个客户，真实 2 个，完全一致 0 个。',
        '',
        '误并：1 个客户混入了别的客户（2 对）',
        '  ■ C1（3 条记录，2 对有误）',
        '    E1: 营销/a, 财务/b',
        '    E2: 财务/c',
        '',
        '漏并：1 个客户被拆开（1 对）',
        '  ■ E2（2 条记录，1 对有误）',
        '    C1: 财务/c',
        '    C2: 财务/d',
        '',
        '误弃：1 个客户有记录被当作不是客户（2 对）',
        '  ■ E2（3 条记录，2 对有误）',
        '    –: 营销/e',
        '',
      ].join('\n'),
    )
  })

  test('--links: what another threshold would give, and whether probabilities hold', async () => {
    const stdout = await said('--links', 'links.csv', '--links', 'review.csv', '--examples', '0')
    expect(stdout).not.toContain('■')
    expect(stdout).toMatch(/\n概率 ≥ +连接 +精确率 +召回率 +F1 +B³ F1\n +0\.3 +3 +0\.3333 +0\.5000 /)
    expect(stdout).toMatch(/\n +0\.999 +1 +1\.0000 +0\.2500 +0\.4000 /)
    expect(stdout).toMatch(/\n +0\.8–0\.9 +1 +0\.87\d\d +0\.0000\n/)
  })

  test('--lang en, --json', async () => {
    expect(await said('--lang', 'en')).toMatch(/^The truth names 5 records\.\n[^一-龥]*precision/)
    const json = JSON.parse(await said('--json', '--links', 'links.csv'))
    expect(json).toMatchObject({
      rowCount: 5,
      trueClusters: 2,
      pairs: { truePositives: 1, f1: expect.closeTo(2 / 7, 9) },
    })
    expect(json.thresholds.map(({ probability }: { probability: number }) => probability)).toEqual([
      0.8, 0.999,
    ])
  })

  test('wrong use: one sentence, exit 2', async () => {
    const refusals: (readonly [readonly string[], RegExp])[] = [
      [['crosswalk.csv'], /^missing required argument 'truth'/],
      [['crosswalk.csv', 'no.csv'], /^The file no\.csv does not exist\.$/],
      [['crosswalk.csv', 'links.csv'], /^the truth has no column of records: .* \(columns: left_source, /],
      [['crosswalk.csv', 'truth.csv', '--links', 'truth.csv'], /^the list of links has no column of left_id/],
      [['crosswalk.csv', 'truth.csv', '--examples', 'all'], /a whole number is wanted/],
    ]
    for (const [args, sentence] of refusals) {
      const { code, stdout, stderr } = await evaluate(...args)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr.slice('guihu: '.length, -1)).toMatch(sentence)
    }
  })
})
