import type { DecisionTable, PolicyBody } from "@/kernel/policy";

const countries: Readonly<Record<string, readonly string[]>> = {
  DACH: ["DE", "AT", "CH", "LI"],
  NORDICS: ["SE", "NO", "DK", "FI", "IS"],
  UKI: ["GB", "IE"],
  BENELUX: ["NL", "BE", "LU"],
  SOUTH: ["ES", "PT", "IT", "GR", "FR", "MT", "CY"],
  CEE: ["PL", "CZ", "SK", "HU", "RO", "BG", "SI", "HR", "EE", "LV", "LT"],
  NAMER: ["US", "CA", "MX"],
  APAC: ["JP", "AU", "NZ", "SG", "IN", "KR", "TW", "HK", "MY", "TH", "ID", "PH", "VN"],
};

const currencies: Readonly<Record<string, readonly string[]>> = {
  USD: ["US"],
  CAD: ["CA"],
  GBP: ["GB"],
  CHF: ["CH", "LI"],
  SEK: ["SE"],
  NOK: ["NO"],
  DKK: ["DK"],
  PLN: ["PL"],
  CZK: ["CZ"],
  JPY: ["JP"],
  AUD: ["AU"],
};

function byCountry(groups: Readonly<Record<string, readonly string[]>>, otherwise: string): DecisionTable {
  return {
    hit: "first",
    rows: Object.entries(groups).map(([then, codes]) => ({
      id: then.toLowerCase(),
      when: { fact: "partner.country", in: codes },
      then,
    })),
    otherwise,
  };
}

/** Where a new partner belongs: region and currency by country, type by line of business, tier at the beginning. */
export const assignmentPolicy: PolicyBody = {
  rules: [],
  tables: {
    "partner.region": byCountry(countries, "GLOBAL"),
    "partner.currency": byCountry(currencies, "EUR"),
    "partner.types": {
      hit: "first",
      rows: [
        {
          id: "managed-services",
          when: { fact: "partner.business", in: ["managed services", "managed cloud", "hosting"] },
          then: "msp",
        },
        {
          id: "integration",
          when: { fact: "partner.business", in: ["consulting", "system integration", "integration"] },
          then: "system_integrator",
        },
        { id: "software", when: { fact: "partner.business", in: ["software", "saas"] }, then: "isv" },
        {
          id: "distribution",
          when: { fact: "partner.business", in: ["distribution", "wholesale"] },
          then: "distributor",
        },
      ],
      otherwise: "reseller",
    },
    "partner.tier": { hit: "first", rows: [], otherwise: "registered" },
  },
  settings: {},
};
