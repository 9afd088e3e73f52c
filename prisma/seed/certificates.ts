import type pg from "pg";
import { addDays, addMonths, type PlainDate } from "@/kernel/dates";
import { productId, seedId } from "./ids";
import { insert } from "./insert";
import { partnerPeople } from "./partner-people";
import { seedProducts } from "./partners";

const levels = { partner_technical: "Professional", partner_sales: "Foundation" } as const;
const monthsValid = 24;

/** What people of partners are certified for: sellers the basics, technical people more; some end soon, some have ended. */
export async function seedCertificates(db: pg.Client, today: PlainDate): Promise<void> {
  const lines = partnerPeople.flatMap(({ name, role, partner }, place) => {
    if (!partner || (role !== "partner_technical" && role !== "partner_sales")) return [];
    const topics = role === "partner_technical" ? [place, place + 2] : place % 3 === 2 ? [] : [place];
    return topics.map((topic, turn) => {
      const [code, product] = seedProducts[topic % seedProducts.length] ?? seedProducts[0];
      const issuedOn = addDays(today, -(((place * 67 + turn * 211) % 760) + 5));
      return {
        id: seedId("certificate", name, partner, code),
        partnerId: seedId("partner", partner),
        personId: seedId("person", name),
        name: `${product} ${levels[role]}`,
        level: "",
        productLineId: productId(code),
        issuedOn,
        expiresOn: addMonths(issuedOn, monthsValid),
        source: "import",
        createdAt: new Date(`${issuedOn}T12:00:00Z`),
      };
    });
  });
  await insert(db, "certificate", lines);
}
