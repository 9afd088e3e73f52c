import { spelling } from "./customers";
import { vendorPeople } from "./personas";

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
  /** Who sells there: the first sales person and the admin; the same person where there is only one. */
  readonly people: readonly [sales: string, admin: string];
  /** The same names in Latin letters. */
  readonly latin: readonly [sales: string, admin: string];
  readonly stage: "onboarding" | "active" | "suspended" | "former";
  /** Months since it last registered anything; 0 for one that goes on. */
  readonly quiet: number;
  /** Name of the channel manager who looks after it. */
  readonly manager: string;
};

// Name, trading name, country, region, tier, types, currency, months, weight, sales, admin; then, where it is not an active
// partner of the region's first manager: standing with the months it lasts, manager.
const table = `
Kepler Data GmbH | Kepler Data | DE | DACH | gold | reseller | EUR | 32 | 1.6 | Lena Brandt | Rainer Kepler
Rheinblick IT GmbH | Rheinblick IT | DE | DACH | silver | reseller msp | EUR | 26 | 1.1 | Stefan Krüger | Heike Baumann
Datenwerft Nord GmbH & Co. KG | Datenwerft Nord | DE | DACH | silver | system_integrator | EUR | 21 | 1 | Fenja Petersen | Ole Hansen
Alpstein Consulting AG | Alpstein Consulting | CH | DACH | platinum | system_integrator | CHF | 35 | 1.7 | Nadja Frei | Beat Zellweger
Donauraum Data GmbH | Donauraum Data | AT | DACH | registered | reseller | EUR | 9 | 0.6 | Lukas Gruber | Eva Steiner
Ostsee Systemhaus GmbH | Ostsee Systemhaus | DE | DACH | registered | reseller | EUR | 5 | 0 | Jule Martens | Kai Lorenz
Neckar Cloud Services GmbH | Neckar Cloud | DE | DACH | registered | msp | EUR | 2 | 0 | Timo Schäfer | Anja Roth
Gesellschaft für angewandte Datenverarbeitung und Prozessberatung Mitteldeutschland mbH & Co. KG | GDP Mitteldeutschland | DE | DACH | silver | system_integrator | EUR | 30 | 0.9 | Maximilian Freiherr von Thurnau | Dr. Karoline Wintersheim-Lohse | active | Saskia Vollmer
Breisgau Analytik GmbH | Breisgau Analytik | DE | DACH | registered | reseller | EUR | 15 | 0.5 | Nele Ritter | Gerd Bühler | active | Saskia Vollmer
Hallertau Digital UG (haftungsbeschränkt) | Hallertau Digital | DE | DACH | registered | referral | EUR | 6 | 0.3 | Xaver Obermaier | Xaver Obermaier | active | Saskia Vollmer
Zürichsee Informatik AG | Zürichsee Informatik | CH | DACH | gold | system_integrator | CHF | 27 | 1 | Livia Bachmann | Hansruedi Graf | active | Saskia Vollmer
Léman Données Sàrl | Léman Données | CH | DACH | registered | isv | CHF | 1 | 0 | Sylvain Rochat | Aurélie Monnier | onboarding 1 | Saskia Vollmer
Wörthersee Systeme GmbH | Wörthersee Systeme | AT | DACH | silver | reseller msp | EUR | 20 | 0.6 | Martina Kärcher | Gernot Egger | active | Saskia Vollmer
Lech & Wertach IT-Dienstleistungen OHG | Lech & Wertach | DE | DACH | registered | reseller | EUR | 23 | 0.5 | Vroni Mayr | Alois Demharter | suspended 2 | Saskia Vollmer
Spreebogen Software GmbH | Spreebogen Software | DE | DACH | registered | isv | EUR | 29 | 0.6 | Ronja Falk | Thilo Brehme | former 10 | Saskia Vollmer
Fjordstack AS | Fjordstack | NO | NORDICS | gold | system_integrator | NOK | 28 | 1.2 | Ingrid Solberg | Per Aas
Norrsken Data AB | Norrsken Data | SE | NORDICS | silver | reseller | SEK | 19 | 0.9 | Elin Sjöberg | Anders Holm
Øresund Insight ApS | Øresund Insight | DK | NORDICS | silver | reseller | DKK | 16 | 0.8 | Mads Kjær | Sofie Lindgaard | active | Mikkel Thorsen
Saimaa Analytics Oy | Saimaa Analytics | FI | NORDICS | registered | isv | EUR | 11 | 0.5 | Aino Lahtinen | Juha Mäkelä | active | Mikkel Thorsen
Mälardalens Datakonsult AB | Mälardalens Datakonsult | SE | NORDICS | silver | system_integrator | SEK | 25 | 0.8 | Oskar Lindroth | Birgitta Ångström
Trøndelag Skytjenester AS | Trøndelag Skytjenester | NO | NORDICS | registered | msp | NOK | 18 | 0.4 | Bjørnar Haugen | Åshild Moe | quiet 7
Kattegat Systemer A/S | Kattegat Systemer | DK | NORDICS | gold | system_integrator reseller | DKK | 31 | 1 | Rikke Damgaard | Jørgen Friis | active | Mikkel Thorsen
Pohjola Pilvipalvelut Oy | Pohjola Pilvipalvelut | FI | NORDICS | silver | msp | EUR | 22 | 0.7 | Tuomas Järvinen | Ritva Kettunen | active | Mikkel Thorsen
Harbour & Finch Ltd | Harbour & Finch | GB | UKI | platinum | system_integrator reseller | GBP | 34 | 1.6 | Oliver Grant | Beatrice Finch
Pennine Cloud Partners LLP | Pennine Cloud | GB | UKI | silver | msp | GBP | 18 | 0.8 | Hannah Booth | Rob Ashworth
Liffey Data Works Ltd | Liffey Data Works | IE | UKI | silver | reseller | EUR | 14 | 0.7 | Aoife Byrne | Conor Walsh
Severn Systems Ltd | Severn Systems | GB | UKI | registered | reseller | GBP | 8 | 0.3 | Gareth Price | Megan Lloyd
Cairngorm Systems Ltd | Cairngorm Systems | GB | UKI | silver | reseller | GBP | 24 | 0.7 | Isla Farquharson | Hamish Geddes | active | Tariq Mahmood
Thames Estuary Information Management Consultants LLP | Thames Estuary IMC | GB | UKI | registered | system_integrator | GBP | 12 | 0.4 | Rosalind Achebe-Whitmore | Desmond Clarke | active | Tariq Mahmood
Cyfrifiadura Bae Ceredigion Cyf | Bae Ceredigion | GB | UKI | registered | msp | GBP | 20 | 0.4 | Siân Llewellyn | Siân Llewellyn | quiet 8 | Tariq Mahmood
Foyle Managed Services Ltd | Foyle Managed Services | GB | UKI | registered | msp | GBP | 33 | 0.6 | Dervla McCann | Eamonn Doherty | former 14 | Tariq Mahmood
Lombarda Dati S.r.l. | Lombarda Dati | IT | SOUTH | gold | reseller | EUR | 24 | 1 | Giulia Ferri | Paolo Riva
Meseta Analítica S.L. | Meseta Analítica | ES | SOUTH | silver | system_integrator | EUR | 17 | 0.7 | Lucía Ortega | Javier Soto | active | Beatriz Lobo
Atelier Données SAS | Atelier Données | FR | SOUTH | silver | isv influencer | EUR | 20 | 0.8 | Camille Moreau | Hugo Lambert
Tejo Digital Lda | Tejo Digital | PT | SOUTH | registered | referral | EUR | 10 | 0.3 | Rita Neves | Tiago Pinto | active | Beatriz Lobo
Société d’Ingénierie et de Conseil en Systèmes d’Information du Grand Ouest SAS | SICSI Grand Ouest | FR | SOUTH | gold | system_integrator | EUR | 29 | 1.1 | Anne-Sophie Le Goff | Jean-Baptiste Kervella
Garrigue Numérique SARL | Garrigue Numérique | FR | SOUTH | registered | referral | EUR | 7 | 0.2 | Mireille Vidal | Mireille Vidal
Laguna Sistemi S.p.A. | Laguna Sistemi | IT | SOUTH | silver | reseller msp | EUR | 26 | 0.8 | Nicolò Zanon | Caterina Dal Bò
Etna Dati S.r.l. | Etna Dati | IT | SOUTH | registered | reseller | EUR | 4 | 0 | Rosario Cannavò | Agata Spampinato | onboarding 4
Aragón Datos y Servicios, S.L. | Aragón Datos | ES | SOUTH | silver | reseller | EUR | 22 | 0.7 | Íñigo Larraz | Pilar Peñalba | active | Beatriz Lobo
Minho Sistemas, S.A. | Minho Sistemas | PT | SOUTH | silver | system_integrator | EUR | 25 | 0.6 | João Guimarães | Conceição Araújo | active | Beatriz Lobo
Αιγαίο Αναλυτική Α.Ε. | Aegean Analytics | GR | SOUTH | registered | reseller | EUR | 13 | 0.4 | Ελένη Μαυρομμάτη=Eleni Mavrommati | Στέλιος Ρήγας=Stelios Rigas
Waddenzee Data B.V. | Waddenzee Data | NL | BENELUX | silver | reseller | EUR | 23 | 0.9 | Femke de Wit | Sjoerd Hofstra
Brabantse Automatiseringsgroep B.V. | Brabantse Automatiseringsgroep | NL | BENELUX | gold | system_integrator distributor | EUR | 30 | 1.1 | Thijs van den Broek | Marleen Aerts
Scheldeland Informatica BV | Scheldeland Informatica | BE | BENELUX | silver | msp | EUR | 16 | 0.6 | Jef Verstraeten | Griet Desmet
Ardennes Conseil & Données SRL | Ardennes Conseil | BE | BENELUX | registered | influencer | EUR | 14 | 0.3 | Benoît Lejeune | Benoît Lejeune | quiet 6
Wisła Dane Sp. z o.o. | Wisła Dane | PL | CEE | gold | reseller | PLN | 27 | 1 | Agnieszka Wójcik | Krzysztof Zieliński
Łódzkie Centrum Analiz Danych Sp. z o.o. | Łódzkie Centrum Analiz | PL | CEE | registered | system_integrator | PLN | 12 | 0.5 | Michał Gołębiowski | Żaneta Król
Vltava Systémy s.r.o. | Vltava Systémy | CZ | CEE | silver | reseller | CZK | 21 | 0.7 | Barbora Křížová | Ondřej Šťastný
Moravský datový servis a.s. | Moravský datový servis | CZ | CEE | registered | msp | CZK | 17 | 0.4 | Hana Řezníčková | Luděk Ťoupal | suspended 1
Blue Ridge Data Inc. | Blue Ridge Data | US | NAMER | platinum | reseller | USD | 33 | 1.5 | Emily Carter | James Whitmore
Great Lakes Integrators LLC | Great Lakes Integrators | US | NAMER | gold | system_integrator | USD | 22 | 1.1 | Marcus Reed | Laura Jensen
Sierra Stack Inc. | Sierra Stack | US | NAMER | silver | msp | USD | 13 | 0.7 | Diego Ramirez | Kim Tran | active | Rafael Ortiz
Prairie Cloud Co. | Prairie Cloud | US | NAMER | registered | reseller | USD | 7 | 0.3 | Abby Nelson | Todd Olson
Cascadia Insights LLC | Cascadia Insights | US | NAMER | registered | isv | USD | 1 | 0 | Noah Park | Erin Walsh | active | Rafael Ortiz
Chesapeake Data Partners LLC | Chesapeake Data Partners | US | NAMER | silver | reseller | USD | 28 | 0.9 | Imani Brooks | Walter Novak
Lone Mesa Consulting Inc. | Lone Mesa Consulting | US | NAMER | registered | influencer | USD | 19 | 0.4 | Teresa Begay | Curtis Yazzie | quiet 9 | Rafael Ortiz
Bayou Bridge Technologies LLC | Bayou Bridge | US | NAMER | registered | reseller | USD | 26 | 0.5 | Renée Thibodeaux | Earl Guidry | former 8
Keweenaw IT Cooperative | Keweenaw IT | US | NAMER | registered | msp | USD | 3 | 0 | Aila Koskela | Dale Trudeau | onboarding 3
Données Saint-Laurent inc. | Données Saint-Laurent | CA | NAMER | silver | system_integrator | CAD | 24 | 0.8 | Maude Gagné | Étienne Lafrenière
Fraser Delta Systems Ltd. | Fraser Delta Systems | CA | NAMER | gold | reseller | CAD | 29 | 1 | Gurpreet Dhillon | Heather MacKay | active | Rafael Ortiz
株式会社ミナトデータ | Minato Data | JP | APAC | gold | system_integrator | JPY | 26 | 0.9 | 高橋 葵=Aoi Takahashi | 森田 誠一=Seiichi Morita
北斗システムズ株式会社 | Hokuto Systems | JP | APAC | registered | reseller | JPY | 2 | 0 | 大野 拓海=Takumi Ono | 村上 恵子=Keiko Murakami | onboarding 2
Straits Information Pte. Ltd. | Straits Information | SG | APAC | silver | reseller | SGD | 18 | 0.6 | Farah Iskandar | Benjamin Koh
Yarra Valley Analytics Pty Ltd | Yarra Valley Analytics | AU | APAC | silver | isv | AUD | 15 | 0.6 | Harriet Quinlan | Dimitri Kostas
`;

const tiers = ["platinum", "gold", "silver", "registered"] as const;
const stages = ["onboarding", "active", "suspended", "former"] as const;

/** "former 10" is a former partner for ten months, "quiet 7" an active one that has registered nothing for seven. */
function standingOf(text: string): Pick<SeedPartner, "stage" | "quiet"> {
  const [word, months = "0"] = text.split(" ");
  return { stage: stages.find((stage) => stage === word) ?? "active", quiet: Number(months) };
}

/** Who looks after the partners of a region, where no other manager does. */
function firstManagerOf(region: string): string {
  const manager = vendorPeople.find((person) => person.region === region);
  if (!manager) throw new Error(`nobody looks after ${region}`);
  return manager.name;
}

function partner(line: string): SeedPartner {
  const [name = "", trading = "", country = "", region = "", level, types = "", currency = "", ...rest] =
    line.split(" | ");
  const [months, weight, sales = "", admin = "", standing = "active", manager = firstManagerOf(region)] = rest;
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
    people: [spelling(sales).text, spelling(admin).text],
    latin: [spelling(sales).latin, spelling(admin).latin],
    ...standingOf(standing),
    manager,
  };
}

/**
 * Some sixty partners in more than twenty countries and thirteen currencies: some thrive, some are new, some have gone quiet, were
 * suspended or left.
 */
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
  ["BENELUX", "Benelux", "EMEA"],
  ["SOUTH", "Southern Europe", "EMEA"],
  ["CEE", "Central and Eastern Europe", "EMEA"],
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
