import type { Model } from './model.ts'

/**
 * The model that guihu ships: works with no training. m is the share of true pairs that reach a level, u the share of
 * random pairs that do.
 */
export const shippedModel: Model = {
  version: 1,
  origin: 'set by hand from the counts of a few thousand labelled pairs',
  prior: 2,
  comparisons: {
    companyName: {
      regionIndustry: {
        different: { m: 0.04, u: 0.999 },
        otherForm: { m: 0.3, u: 0.05 },
        same: { m: 0.66, u: 0.003 },
      },
      wholeName: { different: { m: 0.56, u: 0.9999 }, same: { m: 0.44, u: 0.1 } },
      brand: {
        different: { m: 0.03, u: 0.9994 },
        typo: { m: 0.03, u: 0.00005 },
        lookAlike: { m: 0.01, u: 0.00004 },
        soundsFuzzy: { m: 0.01, u: 0.00004 },
        soundsSame: { m: 0.04, u: 0.00003 },
        shortAbbreviation: { m: 0.02, u: 0.000002 },
        abbreviation: { m: 0.05, u: 0.0000002 },
        same: { m: 0.83, u: 0.00036 },
      },
      division: { apart: { m: 0.02, u: 0.976 }, inside: { m: 0.06, u: 0.017 }, same: { m: 0.92, u: 0.007 } },
      // Among firms of one brand: it is sisters that must be told apart.
      industry: {
        unrelated: { m: 0.02, u: 0.45 },
        related: { m: 0.03, u: 0.15 },
        near: { m: 0.04, u: 0.1 },
        sameConcept: { m: 0.12, u: 0.12 },
        same: { m: 0.79, u: 0.18 },
      },
      legalForm: {
        different: { m: 0.02, u: 0.161 },
        compatible: { m: 0.05, u: 0.228 },
        same: { m: 0.93, u: 0.611 },
      },
      branch: { different: { m: 0.01, u: 0.9 }, same: { m: 0.99, u: 0.05 } },
      ordinal: { different: { m: 0.01, u: 0.9 }, same: { m: 0.99, u: 0.12 } },
    },
    address: {
      address: {
        apart: { m: 0.084, u: 0.7 },
        sameCity: { m: 0.08, u: 0.05 },
        sameCounty: { m: 0.12, u: 0.02 },
        otherNumber: { m: 0.013, u: 0.004 },
        sameRoad: { m: 0.05, u: 0.001 },
        sameNumber: { m: 0.12, u: 0.0001 },
        same: { m: 0.53, u: 0.00003 },
      },
    },
    phone: {
      phone: {
        different: { m: 0.2, u: 0.9999 },
        maskedFits: { m: 0.03, u: 0.0005 },
        sameLocal: { m: 0.05, u: 0.00002 },
        oldForm: { m: 0.05, u: 0.00001 },
        sameLine: { m: 0.1, u: 0.000005 },
        same: { m: 0.57, u: 0.000003 },
      },
    },
    creditCode: {
      creditCode: {
        different: { m: 0.005, u: 0.99999 },
        typo: { m: 0.03, u: 0.000002 },
        bridged: { m: 0.1, u: 0.0000001 },
        same: { m: 0.86, u: 0.0000001 },
      },
    },
    contact: {
      contact: {
        different: { m: 0.4, u: 0.93 },
        sameSurname: { m: 0.1, u: 0.06 },
        soundsSame: { m: 0.05, u: 0.003 },
        same: { m: 0.45, u: 0.0005 },
      },
    },
    email: {
      email: {
        different: { m: 0.3, u: 0.9998 },
        sameDomain: { m: 0.2, u: 0.00008 },
        same: { m: 0.5, u: 0.000005 },
      },
    },
    website: { website: { different: { m: 0.15, u: 0.9999 }, same: { m: 0.85, u: 0.00001 } } },
    text: { text: { different: { m: 0.3, u: 0.95 }, close: { m: 0.1, u: 0.03 }, same: { m: 0.6, u: 0.02 } } },
  },
}
