import type { Model } from '../../src/model/model.ts'

/**
 * Why figures of a comparison stay as they are set here, though there are labelled pairs; a comparison that is not named is
 * counted as far as there are pairs.
 */
export const KEPT_BY_HAND: Readonly<Record<string, string>> = {
  'companyName.branch': 'a veto',
  'companyName.groupMember': 'a veto',
  'companyName.ordinal': 'a veto',
  'companyName.regionIndustry': 'too few labelled names without a brand',
  'companyName.wholeName': 'what the whole adds to its parts cannot be counted level by level',
  'companyName.legalForm': 'of names without a brand the form is read as the whole, which cannot be counted',
  'companyName.standing':
    'all short names with labels are of listed firms, which have shares; of the register 1 firm in 150 has them, of customers more',
  'address.address':
    'leans on the division of the name, so that random pairs would make another city count for a match',
  'creditCode.creditCode': 'no labelled pairs have codes',
  'contact.contact': 'no labelled pairs have contacts',
  'text.text': 'no labelled pairs have it',
}

/** Where only m, the share among pairs of one customer, stays. */
export const M_KEPT_BY_HAND: Readonly<Record<string, string>> = {
  'companyName.industry':
    'm by hand: officers and yearbooks copy a trade, who types it from memory rewords it (煤业, 煤矿), and of that there are no labels',
}

/**
 * The figures to start from: what no labelled pair tells stays as it stands here, and so do all shares among sister firms and
 * the priors, since the labels do not say who is a sister.
 */
export const HAND_SET: Model = {
  version: 1,
  origin: 'set by hand',
  prior: 2,
  sisterPrior: 6,
  comparisons: {
    companyName: {
      branch: {
        otherBranch: { m: 0.005, u: 0.5 },
        parent: { m: 0.005, u: 0.45 },
        same: { m: 0.99, u: 0.05 },
      },
      groupMember: { member: { m: 0.005, u: 0.01 }, same: { m: 0.995, u: 0.99 } },
      ordinal: { different: { m: 0.01, u: 0.9 }, same: { m: 0.99, u: 0.12 } },
      regionIndustry: {
        different: { m: 0.04, u: 0.6 },
        otherForm: { m: 0.25, u: 0.25, s: 0.2 },
        otherWords: { m: 0.33, u: 0.04, s: 0.3 },
        same: { m: 0.38, u: 0.01, s: 0.1 },
      },
      wholeName: {
        different: { m: 0.49, u: 0.88, s: 0.982 },
        otherShort: { m: 0.008, u: 0.099, s: 0.097 },
        notShortOf: { m: 0.01, u: 0.098, s: 0.085 },
        slip: { m: 0.1, u: 0.02, s: 0.008 },
        shortOf: { m: 0.09, u: 0.065, s: 0.042 },
        same: { m: 0.41, u: 0.04, s: 0.01 },
      },
      brand: {
        different: { m: 0.012, u: 0.9994, s: 0.15 },
        otherCharacter: { m: 0.003, u: 0.00005, s: 0.4 },
        resembles: { m: 0.006, u: 0.0001, s: 0.1 },
        contained: { m: 0.012, u: 0.00005, s: 0.02 },
        lookAlike: { m: 0.01, u: 0.00004, s: 0.005 },
        soundsFuzzy: { m: 0.01, u: 0.00004, s: 0.005 },
        soundsSame: { m: 0.04, u: 0.00003, s: 0.02 },
        lostCharacter: { m: 0.03, u: 0.00002, s: 0.01 },
        shortAbbreviation: { m: 0.02, u: 0.000012, s: 0.02 },
        abbreviation: { m: 0.05, u: 0.000001, s: 0.05 },
        same: { m: 0.837, u: 0.00036, s: 0.76 },
      },
      division: {
        apart: { m: 0.007, u: 0.976, s: 0.42 },
        inside: { m: 0.06, u: 0.017, s: 0.15 },
        same: { m: 0.92, u: 0.007, s: 0.5 },
      },
      industry: {
        unrelated: { m: 0.004, u: 0.837, s: 0.45 },
        related: { m: 0.008, u: 0.116, s: 0.4 },
        near: { m: 0.024, u: 0.022, s: 0.22 },
        sameConcept: { m: 0.07, u: 0.014, s: 0.11 },
        otherCharacter: { m: 0.04, u: 0.003, s: 0.02 },
        reworded: { m: 0.08, u: 0.005, s: 0.02 },
        same: { m: 0.77, u: 0.006, s: 0.2 },
      },
      legalForm: {
        different: { m: 0.02, u: 0.161, s: 0.15 },
        compatible: { m: 0.05, u: 0.228, s: 0.1 },
        same: { m: 0.93, u: 0.611, s: 0.75 },
      },
      standing: {
        oneGroup: { m: 0.06, u: 0.09, s: 0.18 },
        shortOfOther: { m: 0.56, u: 0.63, s: 0.58 },
        shortOfStock: { m: 0.24, u: 0.03, s: 0.2 },
        bothGroups: { m: 0.12, u: 0.003, s: 0.04 },
      },
    },
    address: {
      address: {
        apart: { m: 0.085, u: 0.7, s: 0.4 },
        sameCity: { m: 0.08, u: 0.22, s: 0.2 },
        sameCounty: { m: 0.12, u: 0.07, s: 0.15 },
        otherNumber: { m: 0.015, u: 0.008, s: 0.05 },
        sameRoad: { m: 0.05, u: 0.002, s: 0.05 },
        sameNumber: { m: 0.12, u: 0.0001, s: 0.05 },
        same: { m: 0.53, u: 0.00003, s: 0.1 },
      },
    },
    phone: {
      phone: {
        different: { m: 0.2, u: 0.9999, s: 0.8 },
        maskedFits: { m: 0.03, u: 0.0005, s: 0.01 },
        sameLocal: { m: 0.05, u: 0.00002, s: 0.01 },
        oldForm: { m: 0.05, u: 0.00001, s: 0.01 },
        sameLine: { m: 0.1, u: 0.000005, s: 0.1 },
        same: { m: 0.57, u: 0.000003, s: 0.07 },
      },
    },
    creditCode: {
      creditCode: {
        different: { m: 0.005, u: 0.99999 },
        typo: { m: 0.03, u: 0.000002 },
        bridged: { m: 0.1, u: 0.0000001 },
        same: { m: 0.865, u: 0.0000001 },
      },
    },
    contact: {
      contact: {
        different: { m: 0.4, u: 0.93, s: 0.7 },
        sameSurname: { m: 0.1, u: 0.06, s: 0.1 },
        soundsSame: { m: 0.05, u: 0.003, s: 0.01 },
        same: { m: 0.45, u: 0.0005, s: 0.19 },
      },
    },
    email: {
      email: {
        different: { m: 0.1, u: 0.9998, s: 0.6 },
        sameDomain: { m: 0.09, u: 0.00008, s: 0.3 },
        same: { m: 0.81, u: 0.000005, s: 0.1 },
      },
    },
    website: {
      website: { different: { m: 0.1, u: 0.9999, s: 0.7 }, same: { m: 0.9, u: 0.00001, s: 0.3 } },
    },
    text: {
      text: { different: { m: 0.3, u: 0.95 }, close: { m: 0.1, u: 0.03 }, same: { m: 0.6, u: 0.02 } },
    },
  },
}
