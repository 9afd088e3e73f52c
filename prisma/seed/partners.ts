export type SeedPartner = {
  readonly name: string;
  readonly trading: string;
  readonly country: string;
  readonly region: string;
  readonly tier: "platinum" | "gold" | "silver" | "registered";
  readonly types: readonly string[];
  readonly currency: string;
  /** Months since the agreement was signed. */
  readonly months: number;
  /** How much it sells, 1 is usual. */
  readonly weight: number;
  /** Who sells there: the first sales person and the admin. */
  readonly people: readonly [sales: string, admin: string];
};

// Name, trading name, country, region, tier, types, currency, months, weight, sales, admin.
const table = `
Kepler Data GmbH | Kepler Data | DE | DACH | gold | reseller | EUR | 32 | 1.6 | Lena Brandt | Rainer Kepler
Rheinblick IT GmbH | Rheinblick IT | DE | DACH | silver | reseller msp | EUR | 26 | 1.1 | Stefan Krüger | Heike Baumann
Datenwerft Nord GmbH & Co. KG | Datenwerft Nord | DE | DACH | silver | system_integrator | EUR | 21 | 1 | Fenja Petersen | Ole Hansen
Alpstein Consulting AG | Alpstein Consulting | CH | DACH | platinum | system_integrator | CHF | 35 | 1.7 | Nadja Frei | Beat Zellweger
Donauraum Data GmbH | Donauraum Data | AT | DACH | registered | reseller | EUR | 9 | 0.6 | Lukas Gruber | Eva Steiner
Ostsee Systemhaus GmbH | Ostsee Systemhaus | DE | DACH | registered | reseller | EUR | 5 | 0 | Jule Martens | Kai Lorenz
Neckar Cloud Services GmbH | Neckar Cloud | DE | DACH | registered | msp | EUR | 2 | 0 | Timo Schäfer | Anja Roth
Fjordstack AS | Fjordstack | NO | NORDICS | gold | system_integrator | NOK | 28 | 1.2 | Ingrid Solberg | Per Aas
Norrsken Data AB | Norrsken Data | SE | NORDICS | silver | reseller | SEK | 19 | 0.9 | Elin Sjöberg | Anders Holm
Øresund Insight ApS | Øresund Insight | DK | NORDICS | silver | reseller | DKK | 16 | 0.8 | Mads Kjær | Sofie Lindgaard
Saimaa Analytics Oy | Saimaa Analytics | FI | NORDICS | registered | isv | EUR | 11 | 0.5 | Aino Lahtinen | Juha Mäkelä
Harbour & Finch Ltd | Harbour & Finch | GB | UKI | platinum | system_integrator reseller | GBP | 34 | 1.6 | Oliver Grant | Beatrice Finch
Pennine Cloud Partners LLP | Pennine Cloud | GB | UKI | silver | msp | GBP | 18 | 0.8 | Hannah Booth | Rob Ashworth
Liffey Data Works Ltd | Liffey Data Works | IE | UKI | silver | reseller | EUR | 14 | 0.7 | Aoife Byrne | Conor Walsh
Severn Systems Ltd | Severn Systems | GB | UKI | registered | reseller | GBP | 8 | 0.3 | Gareth Price | Megan Lloyd
Lombarda Dati S.r.l. | Lombarda Dati | IT | SOUTH | gold | reseller | EUR | 24 | 1 | Giulia Ferri | Paolo Riva
Meseta Analítica S.L. | Meseta Analítica | ES | SOUTH | silver | system_integrator | EUR | 17 | 0.7 | Lucía Ortega | Javier Soto
Atelier Données SAS | Atelier Données | FR | SOUTH | silver | isv influencer | EUR | 20 | 0.8 | Camille Moreau | Hugo Lambert
Tejo Digital Lda | Tejo Digital | PT | SOUTH | registered | referral | EUR | 10 | 0.3 | Rita Neves | Tiago Pinto
Blue Ridge Data Inc. | Blue Ridge Data | US | NAMER | platinum | reseller | USD | 33 | 1.5 | Emily Carter | James Whitmore
Great Lakes Integrators LLC | Great Lakes Integrators | US | NAMER | gold | system_integrator | USD | 22 | 1.1 | Marcus Reed | Laura Jensen
Sierra Stack Inc. | Sierra Stack | US | NAMER | silver | msp | USD | 13 | 0.7 | Diego Ramirez | Kim Tran
Prairie Cloud Co. | Prairie Cloud | US | NAMER | registered | reseller | USD | 7 | 0.3 | Abby Nelson | Todd Olson
Cascadia Insights LLC | Cascadia Insights | US | NAMER | registered | isv | USD | 1 | 0 | Noah Park | Erin Walsh
`;

const tiers = ["platinum", "gold", "silver", "registered"] as const;

function partner(line: string): SeedPartner {
  const [name = "", trading = "", country = "", region = "", level, types = "", currency = "", ...rest] =
    line.split(" | ");
  const [months, weight, sales = "", admin = ""] = rest;
  const tier = tiers.find((candidate) => candidate === level);
  if (!tier) throw new Error(`${name} has no tier`);
  return {
    name,
    trading,
    country,
    region,
    tier,
    types: types.split(" "),
    currency,
    months: Number(months),
    weight: Number(weight),
    people: [sales, admin],
  };
}

/** Twenty-four partners in twelve countries and seven currencies; some thrive, some stall, three are new. */
export const seedPartners: readonly SeedPartner[] = table.trim().split("\n").map(partner);

/** A partner by its trading name. */
export function partnerOf(trading: string): SeedPartner {
  const found = seedPartners.find((candidate) => candidate.trading === trading);
  if (!found) throw new Error(`no partner is called ${trading}`);
  return found;
}

/** Regions as a tree: code, name, parent. */
export const seedRegions: readonly (readonly [code: string, name: string, parent: string | null])[] = [
  ["GLOBAL", "Global", null],
  ["EMEA", "EMEA", "GLOBAL"],
  ["DACH", "DACH", "EMEA"],
  ["NORDICS", "Nordics", "EMEA"],
  ["UKI", "UK and Ireland", "EMEA"],
  ["SOUTH", "Southern Europe", "EMEA"],
  ["AMER", "Americas", "GLOBAL"],
  ["NAMER", "North America", "AMER"],
  ["APAC", "Asia Pacific", "GLOBAL"],
];

export const seedProducts = [
  ["lakehouse", "Lakehouse"],
  ["streams", "Streams"],
  ["catalog", "Catalog"],
  ["observe", "Observe"],
  ["edge", "Edge"],
] as const;
