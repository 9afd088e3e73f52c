import type pg from "pg";
import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import { type Company, companies } from "./companies";
import { seedId } from "./ids";

/** The seller of the vendor whom the demo shows. */
export const directSeller = "Priya Raman";

const group: Company = { ...companies.isarwerk, name: "Isarwerk Holding SE", website: "isarwerk-holding.example" };

/**
 * Customers the vendor knows from its own sales: two its sellers are in touch with, two that bought already, and a group whose
 * daughters look like strangers to each other.
 */
export async function seedNeighbours(db: pg.Client, now: Date): Promise<void> {
  const parentId = await seedAccount(db, group, now);
  await seedAccount(db, companies.isarwerk, now, { parentId });
  await seedAccount(db, companies.isarwerkService, now, { parentId });
  await seedAccount(db, companies.hanse, now, { isCustomer: true });
  await seedAccount(db, companies.ohio, now, { isCustomer: true });
  // Of one of them the CRM has not spoken for two days.
  for (const [engaged, hours] of [
    [companies.klinik, 52],
    [companies.linz, 3],
    [companies.thames, 3],
  ] as const) {
    const accountId = await seedAccount(db, engaged, now);
    const opened = [new Date(now.getTime() - 500 * 86_400_000), new Date(now.getTime() - hours * 3_600_000)];
    await db.query(
      `insert into direct_opportunity (id, external_id, account_id, owner_name, is_open, title, opened_at, synced_at)
       values ($1, $2, $3, $4, true, 'Data platform', $5, $6)`,
      [
        seedId("opportunity", engaged.name),
        `CRM-${engaged.country}-${engaged.name.length}`,
        accountId,
        directSeller,
        ...opened,
      ],
    );
  }
}

/** Whose the opportunities are, once there are people. */
export async function seedSellers(db: pg.Client): Promise<void> {
  await db.query("update direct_opportunity o set owner_id = p.id from person p where p.name = o.owner_name");
}

async function seedAccount(
  db: pg.Client,
  company: Company,
  now: Date,
  { parentId, isCustomer }: { parentId?: string; isCustomer?: boolean } = {},
): Promise<string> {
  const id = seedId("account", company.name);
  const createdAt = new Date(now.getTime() - 600 * 86_400_000);
  await db.query(
    "insert into account (id, name, country, is_customer, parent_id, created_at) values ($1, $2, $3, $4, $5, $6)",
    [id, company.name, company.country, isCustomer ?? false, parentId ?? null, createdAt],
  );
  await db.query("insert into account_domain (domain, account_id) values ($1, $2)", [company.website, id]);
  await db.query(
    "insert into account_name (country, normalised, account_id) select $1, name, $2 from unnest($3::text[]) name",
    [company.country, id, companyNameKeys(company.name)],
  );
  return id;
}
