import type pg from "pg";
import { normaliseCompanyName } from "@/modules/accounts/domain/company-name";
import { customerOf } from "./customers";
import { seedId } from "./program";

// Region, number of the customer, and the seller who has an opportunity open there; none for one that only buys.
const known = [
  ["DACH", 62, "DE", "Priya Raman"],
  ["UKI", 61, "GB", "Priya Raman"],
  ["DACH", 64, "DE", null],
  ["AMER", 61, "US", null],
] as const;

/** Customers the vendor knows from its own sales: two it is in touch with, two that bought already. */
export async function seedProgramNeighbours(db: pg.Client): Promise<void> {
  for (const [region, index, country, seller] of known) {
    const customer = customerOf(region, index);
    const id = seedId("account", customer.name);
    await db.query("insert into account (id, name, country, is_customer) values ($1, $2, $3, $4)", [
      id,
      customer.name,
      country,
      seller === null,
    ]);
    await db.query("insert into account_domain (domain, account_id) values ($1, $2)", [customer.website, id]);
    await db.query("insert into account_name (country, normalised, account_id) values ($1, $2, $3)", [
      country,
      normaliseCompanyName(customer.name),
      id,
    ]);
    if (seller) {
      await db.query(
        "insert into direct_opportunity (id, external_id, account_id, owner_name, is_open, synced_at) values ($1, $2, $3, $4, true, now())",
        [seedId("opportunity", customer.name), `CRM-${index}-${region}`, id, seller],
      );
    }
  }
}
