import { type SeedPartner, seedPartners } from "./partners";
import { keplerPeople, type SeedPerson } from "./personas";

const roles = {
  sales: ["partner_sales", "Sales"],
  admin: ["partner_admin", "Partner manager"],
  marketing: ["partner_marketing", "Marketing"],
  technical: ["partner_technical", "Solution architect"],
} as const;

// Of partners with more people than one who sells and one who leads it.
const more: Readonly<Record<string, string>> = {
  "Rheinblick IT": "technical: Tobias Wenzel",
  "Datenwerft Nord": "sales: Wiebke Claasen, marketing: Hauke Thomsen",
  "Alpstein Consulting":
    "sales: Gian-Luca Meier, sales: Corinne Aeschbacher, technical: Matthias Zgraggen, technical: Shreya Iyer, marketing: Désirée Blanc",
  "GDP Mitteldeutschland": "sales: Konstanze Übelacker, technical: Jörg-Uwe Mätzschke",
  "Zürichsee Informatik": "sales: Dario Steinegger, technical: Ursina Tschudi",
  Fjordstack: "sales: Torbjørn Lie, technical: Marit Sæther, marketing: Even Lund",
  "Kattegat Systemer": "sales: Anne Sofie Bjerregaard, marketing: Malthe Holm-Nielsen",
  "Harbour & Finch":
    "sales: Amelia Prowse, sales: Idris Bello, sales: Callum Reid, technical: Zara Hussain, technical: Peter Marchbanks, marketing: Florence Tate",
  "Pennine Cloud": "technical: Gemma Ackroyd",
  "Lombarda Dati": "sales: Davide Brambilla, marketing: Sveva Cattaneo",
  "SICSI Grand Ouest":
    "sales: Ronan Quéméneur, sales: Solenn Guivarc’h, sales: Fatoumata Diallo, technical: Yann-Vari Le Bihan, technical: Clémence d’Argentré, technical: Mehdi Haddadi, marketing: Gwenaëlle Tanguy, marketing: Léopold Brûlé",
  "Brabantse Automatiseringsgroep":
    "sales: Koen Verhoeven, sales: Lieke Janssens, technical: Youssef el Amrani, marketing: Pien Smulders",
  "Wisła Dane": "sales: Zbigniew Szczepański, technical: Grażyna Błaszczyk",
  "Blue Ridge Data":
    "sales: Tyrone Jackson, sales: Megan O’Rourke, sales: Vikram Patel, technical: Susan Kowalski, technical: Luis Fuentes, marketing: Hailey Stone",
  "Great Lakes Integrators": "sales: Kayla Lindstrom, technical: Omar Farouk",
  "Chesapeake Data Partners": "sales: Grant Ellison",
  "Fraser Delta Systems": "sales: Mei-Ling Wong, technical: Colin Baptiste",
  "Minato Data":
    "sales: 中村 由美=Yumi Nakamura, technical: 山本 大輔=Daisuke Yamamoto, technical: 石井 さくら=Sakura Ishii, marketing: 藤田 玲奈=Rena Fujita",
};

function person(entry: string, partner: string): SeedPerson {
  const [kind = "", names = ""] = entry.split(": ");
  const [name = "", latin = name] = names.split("=");
  const found = Object.entries(roles).find(([key]) => key === kind);
  if (!found) throw new Error(`${partner}: nobody can be ${kind}`);
  const [, [role, title]] = found;
  return { name, latin, title, role, partner };
}

/** Everybody at a partner, who sells most first. */
export function peopleOf({ trading, people, latin, types }: SeedPartner): readonly SeedPerson[] {
  if (trading === "Kepler Data") return keplerPeople;
  const [sales, admin] = people;
  const head = { name: admin, latin: latin[1], title: "Managing director", role: "partner_admin", partner: trading };
  if (sales === admin) return [{ ...head, title: types.includes("influencer") ? "Owner" : "Founder" }];
  const seller = { name: sales, latin: latin[0], title: "Sales", role: "partner_sales", partner: trading };
  const others = more[trading]?.split(", ").map((entry) => person(entry, trading)) ?? [];
  return [seller, head, ...others];
}

/** Everybody at all partners; those of the first partner first. */
export const partnerPeople: readonly SeedPerson[] = seedPartners.flatMap(peopleOf);

/** Who registers deals at a partner besides the first seller: other sellers, else who leads it. */
export function otherSellersOf(partner: SeedPartner): readonly string[] {
  const names = peopleOf(partner)
    .filter(({ role, name }) => role === "partner_sales" && name !== partner.people[0])
    .map(({ name }) => name);
  return names.length > 0 ? names : [partner.people[1]];
}
