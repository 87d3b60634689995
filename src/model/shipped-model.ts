import type { Model } from './model.ts'

/**
 * The model that guihu ships: works with no training. m is the share of pairs of one customer that reach a level, u the share of
 * pairs of strangers, s that of sister firms. Made by bench/train/shipped-model.ts, do not edit.
 */
export const shippedModel: Model = {
  version: 1,
  origin: 'counted on labelled pairs of real records; what they do not tell is set by hand',
  prior: 2,
  sisterPrior: 6,
  comparisons: {
    companyName: {
      // By hand: a veto.
      branch: {
        otherBranch: { m: 0.005, u: 0.5 },
        parent: { m: 0.005, u: 0.45 },
        same: { m: 0.99, u: 0.05 },
      },
      // By hand: a veto.
      groupMember: {
        member: { m: 0.005, u: 0.01 },
        same: { m: 0.995, u: 0.99 },
      },
      // By hand: a veto.
      ordinal: {
        different: { m: 0.01, u: 0.9 },
        same: { m: 0.99, u: 0.12 },
      },
      // By hand: too few labelled names without a brand.
      regionIndustry: {
        different: { m: 0.04, u: 0.6 },
        otherForm: { m: 0.25, u: 0.25, s: 0.2 },
        otherWords: { m: 0.33, u: 0.04, s: 0.3 },
        same: { m: 0.38, u: 0.01, s: 0.1 },
      },
      // By hand: what the whole adds to its parts cannot be counted level by level.
      wholeName: {
        different: { m: 0.49, u: 0.88, s: 0.982 },
        otherShort: { m: 0.008, u: 0.099, s: 0.097 },
        notShortOf: { m: 0.01, u: 0.098, s: 0.085 },
        slip: { m: 0.1, u: 0.02, s: 0.008 },
        shortOf: { m: 0.09, u: 0.065, s: 0.042 },
        same: { m: 0.41, u: 0.04, s: 0.01 },
      },
      // Counted on 2450 pairs of one customer and 177522 of two.
      // Too thin to count: m of otherCharacter, resembles, contained, lookAlike, soundsFuzzy, lostCharacter; u of otherCharacter, resembles, contained, lookAlike, soundsFuzzy, soundsSame, lostCharacter, shortAbbreviation, abbreviation, same.
      brand: {
        different: { m: 0.0340875, u: 0.99942, s: 0.15 },
        otherCharacter: { m: 0.003, u: 0.00005, s: 0.4 },
        resembles: { m: 0.006, u: 0.0001, s: 0.1 },
        contained: { m: 0.012, u: 0.00005, s: 0.02 },
        lookAlike: { m: 0.01, u: 0.00004, s: 0.005 },
        soundsFuzzy: { m: 0.01, u: 0.00004, s: 0.005 },
        soundsSame: { m: 0.0125198, u: 0.00003, s: 0.02 },
        lostCharacter: { m: 0.0151014, u: 0.00002, s: 0.01 },
        shortAbbreviation: { m: 0.0254038, u: 0.000012, s: 0.02 },
        abbreviation: { m: 0.0226772, u: 0.000001, s: 0.05 },
        same: { m: 0.84921, u: 0.00023659, s: 0.76 },
      },
      // Counted on 1088 pairs of one customer and 151326 of two.
      // Too thin to count: m of apart, inside.
      division: {
        apart: { m: 0.007, u: 0.967778, s: 0.42 },
        inside: { m: 0.055136, u: 0.0258581, s: 0.15 },
        same: { m: 0.937864, u: 0.00636374, s: 0.5 },
      },
      // Counted on 1852 pairs of one customer and 149706 of two.
      // M by hand: officers and yearbooks copy a trade, who types it from memory rewords it (煤业, 煤矿), and of that there are no labels.
      // Too thin to count: u of otherCharacter.
      industry: {
        unrelated: { m: 0.004, u: 0.835384, s: 0.45 },
        related: { m: 0.008, u: 0.116265, s: 0.4 },
        near: { m: 0.024, u: 0.0210838, s: 0.22 },
        sameConcept: { m: 0.07, u: 0.0145322, s: 0.11 },
        otherCharacter: { m: 0.04, u: 0.000380746, s: 0.02 },
        reworded: { m: 0.08, u: 0.00730619, s: 0.02 },
        same: { m: 0.77, u: 0.00504889, s: 0.2 },
      },
      // By hand: of names without a brand the form is read as the whole, which cannot be counted.
      legalForm: {
        different: { m: 0.02, u: 0.161, s: 0.15 },
        compatible: { m: 0.05, u: 0.228, s: 0.1 },
        same: { m: 0.93, u: 0.611, s: 0.75 },
      },
      // By hand: all short names with labels are of listed firms, which have shares; of the register 1 firm in 150 has them, of customers more.
      standing: {
        oneGroup: { m: 0.06, u: 0.09, s: 0.18 },
        shortOfOther: { m: 0.56, u: 0.63, s: 0.58 },
        shortOfStock: { m: 0.24, u: 0.03, s: 0.2 },
        bothGroups: { m: 0.12, u: 0.003, s: 0.04 },
      },
    },
    address: {
      // By hand: leans on the division of the name, so that random pairs would make another city count for a match.
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
      // Counted on 96 pairs of one customer and 641 of two.
      // Too thin to count: m of different, maskedFits, sameLocal, oldForm, sameLine; u of maskedFits, sameLocal, oldForm, sameLine, same.
      phone: {
        different: { m: 0.2, u: 0.999462, s: 0.8 },
        maskedFits: { m: 0.03, u: 0.0005, s: 0.01 },
        sameLocal: { m: 0.05, u: 0.00002, s: 0.01 },
        oldForm: { m: 0.05, u: 0.00001, s: 0.01 },
        sameLine: { m: 0.1, u: 0.000005, s: 0.1 },
        same: { m: 0.57, u: 0.000003, s: 0.07 },
      },
    },
    creditCode: {
      // By hand: no labelled pairs have codes.
      creditCode: {
        different: { m: 0.005, u: 0.99999 },
        typo: { m: 0.03, u: 0.000002 },
        bridged: { m: 0.1, u: 1e-7 },
        same: { m: 0.865, u: 1e-7 },
      },
    },
    contact: {
      // By hand: no labelled pairs have contacts.
      contact: {
        different: { m: 0.4, u: 0.93, s: 0.7 },
        sameSurname: { m: 0.1, u: 0.06, s: 0.1 },
        soundsSame: { m: 0.05, u: 0.003, s: 0.01 },
        same: { m: 0.45, u: 0.0005, s: 0.19 },
      },
    },
    email: {
      // Counted on 79 pairs of one customer and 110 of two.
      // Too thin to count: m of different, sameDomain; u of sameDomain, same.
      email: {
        different: { m: 0.1, u: 0.999915, s: 0.6 },
        sameDomain: { m: 0.09, u: 0.00008, s: 0.3 },
        same: { m: 0.81, u: 0.000005, s: 0.1 },
      },
    },
    website: {
      // Counted on 209 pairs of one customer and 317 of two.
      // Too thin to count: m of different; u of same.
      website: {
        different: { m: 0.1, u: 0.99999, s: 0.7 },
        same: { m: 0.9, u: 0.00001, s: 0.3 },
      },
    },
    text: {
      // By hand: no labelled pairs have it.
      text: {
        different: { m: 0.3, u: 0.95 },
        close: { m: 0.1, u: 0.03 },
        same: { m: 0.6, u: 0.02 },
      },
    },
  },
}
