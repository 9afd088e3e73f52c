/** The password of everybody in a demo database; such a database answers on this machine only. */
export const demoPassword = "entente-demo";

export type SeedPerson = {
  readonly name: string;
  /** The name in Latin letters, where it is written in others. */
  readonly latin?: string;
  readonly title: string;
  readonly role: string;
  /** Trading name of the partner, or null for the vendor. */
  readonly partner: string | null;
  /** Territory of a channel manager, by region code. */
  readonly region?: string;
  readonly zone?: string;
  readonly isContact?: boolean;
};

/** The vendor's people. The first of each role is the one the demo signs in as. */
export const vendorPeople: readonly SeedPerson[] = [
  {
    name: "Jonas Lindqvist",
    title: "Channel manager, DACH",
    role: "channel_manager",
    partner: null,
    region: "DACH",
    isContact: true,
  },
  {
    name: "Amira Haddad",
    title: "Channel manager, Nordics",
    role: "channel_manager",
    partner: null,
    region: "NORDICS",
    isContact: true,
  },
  {
    name: "Claire Whitfield",
    title: "Channel manager, UK and Ireland",
    role: "channel_manager",
    partner: null,
    region: "UKI",
    zone: "Europe/London",
    isContact: true,
  },
  {
    name: "Marco Bellini",
    title: "Channel manager, Southern Europe",
    role: "channel_manager",
    partner: null,
    region: "SOUTH",
    isContact: true,
  },
  {
    name: "Dana Whitaker",
    title: "Channel manager, North America",
    role: "channel_manager",
    partner: null,
    region: "NAMER",
    zone: "America/New_York",
    isContact: true,
  },
  {
    name: "Sanne de Vries",
    title: "Channel manager, Benelux",
    role: "channel_manager",
    partner: null,
    region: "BENELUX",
    zone: "Europe/Amsterdam",
    isContact: true,
  },
  {
    name: "Kateřina Dvořáková",
    title: "Channel manager, Central and Eastern Europe",
    role: "channel_manager",
    partner: null,
    region: "CEE",
    zone: "Europe/Prague",
    isContact: true,
  },
  {
    name: "Mei Tanaka",
    title: "Channel manager, Asia Pacific",
    role: "channel_manager",
    partner: null,
    region: "APAC",
    zone: "Asia/Tokyo",
    isContact: true,
  },
  // These have partners of their own in a colleague's region, and see no others.
  ...[
    ["Saskia Vollmer", "Channel manager, DACH midmarket"],
    ["Mikkel Thorsen", "Channel manager, Denmark and Finland"],
    ["Tariq Mahmood", "Channel manager, UK regions"],
    ["Beatriz Lobo", "Channel manager, Iberia"],
    ["Rafael Ortiz", "Channel manager, West and Canada"],
  ].map(([name = "", title = ""]) => ({ name, title, role: "channel_manager", partner: null, isContact: true })),
  { name: "Ines Carvalho", title: "Program owner", role: "program_owner", partner: null, isContact: true },
  { name: "Tomasz Nowak", title: "Partner operations", role: "program_owner", partner: null },
  { name: "Margaret Osei", title: "Chief revenue officer", role: "executive", partner: null, zone: "Europe/London" },
  { name: "Henrik Vogel", title: "Finance, partner programs", role: "finance", partner: null },
  { name: "Priya Raman", title: "Account executive", role: "direct_seller", partner: null },
  { name: "Chiara Conti", title: "Partner marketing", role: "marketing", partner: null },
  { name: "Ulrike Stern", title: "Legal counsel", role: "legal", partner: null },
  { name: "Sofia Lund", title: "Administrator", role: "administrator", partner: null },
];

/** The people of the partner that the demo shows first. */
export const keplerPeople: readonly SeedPerson[] = [
  { name: "Lena Brandt", title: "Sales", role: "partner_sales", partner: "Kepler Data" },
  { name: "Jannik Vogt", title: "Sales", role: "partner_sales", partner: "Kepler Data" },
  { name: "Rainer Kepler", title: "Managing director", role: "partner_admin", partner: "Kepler Data" },
  { name: "Murat Aydin", title: "Lakehouse architect", role: "partner_technical", partner: "Kepler Data" },
  { name: "Julia Sommer", title: "Marketing", role: "partner_marketing", partner: "Kepler Data" },
];
