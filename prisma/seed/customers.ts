type Place = {
  readonly stems: readonly string[];
  readonly trades: readonly string[];
  readonly forms: readonly string[];
  readonly first: readonly string[];
  readonly last: readonly string[];
};

const german: Place = {
  stems: [
    "Hansahafen",
    "Lausitz",
    "Schwarzwald",
    "Nordmark",
    "Ruhrtal",
    "Allgäu",
    "Saaletal",
    "Emsland",
    "Lechfeld",
    "Oderland",
    "Spreewald",
    "Eifel",
    "Ostalb",
    "Wendland",
    "Chiemgau",
  ],
  trades: [
    "Antriebstechnik",
    "Logistik",
    "Versicherung",
    "Klinikverbund",
    "Molkerei",
    "Optik",
    "Energie",
    "Papier",
    "Bergbahnen",
    "Stadtwerke",
    "Chemie",
    "Verlag",
  ],
  forms: ["AG", "GmbH", "GmbH & Co. KG", "SE", "eG"],
  first: ["Anke", "Torsten", "Miriam", "Jochen", "Sabine", "Felix"],
  last: ["Reuter", "Wolff", "Kaiser", "Böhm", "Ziegler", "Hartung"],
};
const nordic: Place = {
  stems: ["Nordlys", "Fjellheim", "Bergslag", "Skagen", "Vesterhav", "Sundsvik", "Lofot", "Mälar"],
  trades: ["Energi", "Shipping", "Sjømat", "Forsikring", "Papper", "Helse", "Bygg", "Transport"],
  forms: ["AS", "AB", "ApS", "Oy"],
  first: ["Kari", "Lars", "Astrid", "Nils", "Freja"],
  last: ["Dahl", "Nyström", "Krogh", "Virtanen", "Berge"],
};
const british: Place = {
  stems: ["Ashdown", "Kingsmere", "Thornbury", "Northgate", "Claverton", "Wexcombe", "Marlow", "Dunmore"],
  trades: ["Insurance", "Water", "Retail Group", "Foods", "Rail", "Housing Trust", "Pharma", "Logistics"],
  forms: ["plc", "Ltd", "Limited"],
  first: ["Charlotte", "Edward", "Niamh", "George", "Priya"],
  last: ["Hughes", "Campbell", "Doyle", "Barnes", "Shah"],
};
const southern: Place = {
  stems: ["Ligure", "Adriatica", "Costa Verde", "Garonne", "Douro", "Levante", "Toscana", "Rhône"],
  trades: ["Energia", "Alimentari", "Seguros", "Transports", "Cerámica", "Farmaceutica", "Textil", "Assurances"],
  forms: ["S.p.A.", "S.A.", "SAS", "S.L."],
  first: ["Elena", "Matteo", "Carmen", "Louis", "Inês"],
  last: ["Rinaldi", "Navarro", "Dubois", "Marques", "Greco"],
};
const american: Place = {
  stems: ["Silverlake", "Redwood", "Hudson", "Bluestem", "Copperfield", "Lakeshore", "Summit", "Piedmont", "Oakmont"],
  trades: ["Health", "Freight", "Insurance", "Foods", "Utilities", "Outdoors", "Bancorp", "Semiconductor"],
  forms: ["Inc.", "LLC", "Corp."],
  first: ["Jessica", "Daniel", "Tanya", "Brian", "Monica"],
  last: ["Foster", "Nguyen", "Coleman", "Perry", "Bennett"],
};

const places: Record<string, Place> = { DACH: german, NORDICS: nordic, UKI: british, SOUTH: southern, NAMER: american };

export type SeedCustomer = {
  readonly name: string;
  readonly website: string;
  readonly contact: string;
  readonly email: string;
};

/** The n-th customer of a region; the same number always gives the same company, and no two numbers below 64 the same name. */
export function customerOf(region: string, index: number): SeedCustomer {
  const place = places[region] ?? german;
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? "";
  const column = index % place.stems.length;
  const stem = pick(place.stems, column);
  const trade = pick(place.trades, column + Math.floor(index / place.stems.length));
  const contact = `${pick(place.first, index)} ${pick(place.last, index * 2 + 1)}`;
  const slug = plain(`${stem}-${trade}`);
  const website = `${slug}.example`;
  return {
    name: `${stem} ${trade} ${pick(place.forms, index)}`,
    website,
    contact,
    email: `${plain(contact).replace("-", ".")}@${website}`,
  };
}

/** Lower case letters and hyphens, as they stand in a domain. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
