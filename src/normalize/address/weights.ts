import type { EvidenceName } from './evidence.ts'

/**
 * Weights of the evidence about two addresses, in natural log-odds. Logistic regression on pairs of addresses that people
 * judged: made by bench/train/address-weights.ts, do not edit.
 */
export const ADDRESS_WEIGHTS: Readonly<Record<EvidenceName, number>> = {
  overlap: 2.08,
  coverage: 1.34,
  gramsHeld: 1.7,
  bodyGramsHeld: 2.33,
  run: -2.52,
  bodyShared: 2.2,
  eitherNameHeld: 2.04,
  bothNamesHeld: 1.55,
  lastKindDiffers: -0.56,
  nameAndBuildingSame: 1.15,
  lastNumberMissing: -0.54,
  numbersShared: 0.48,
  shorter: 3.48,
  longer: 2.86,
  shorterName: -1.43,
  roadLikeness: 0.9,
  roadMissing: 0.93,
  numberSame: 0.78,
  numberDiffers: -0.71,
  laneDiffers: -1.54,
  buildingSame: -0.73,
  buildingDiffers: -0.66,
  gateOneSided: -2.25,
  noCounty: 0.6,
  noCity: -0.65,
  divisionApart: -1.61,
}
export const ADDRESS_BIAS = -9.34
