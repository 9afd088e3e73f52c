import type pg from "pg";
import type { PlainDate } from "@/kernel/dates";
import { startOfDay } from "@/kernel/dates";
import { setupSteps } from "@/modules/vendor/domain/setup";
import { seedId } from "./ids";
import { insert } from "./insert";
import { vendorZone } from "./moments";
import { namedHolidaysAround } from "./work-calendar";

/** Name, countries, and the regions whose partners hold the territory. */
const territories = [
  ["Germany, Austria, Switzerland", ["DE", "AT", "CH"], ["DACH"]],
  ["Nordics", ["DK", "FI", "IS", "NO", "SE"], ["NORDICS"]],
  ["United Kingdom and Ireland", ["GB", "IE"], ["UKI"]],
] as const;

/** What the vendor set beside the rules: territories with who holds them, the names of holidays, and a setup that is done. */
export async function seedVendorSettings(db: pg.Client, today: PlainDate): Promise<void> {
  const at = startOfDay(today, vendorZone);
  await insert(
    db,
    "territory",
    territories.map(([name, countries]) => ({ id: seedId("territory", name), name, countries })),
  );
  for (const [name, , regions] of territories)
    await db.query(
      `insert into territory_grant (id, territory_id, partner_id, granted_at)
       select md5($1::text || p.id::text)::uuid, $1::uuid, p.id, greatest(p.created_at, p.agreement_date) from partner p join region r on r.id = p.region_id
       where r.code = any ($2) and p.tier in ('gold', 'platinum') and p.stage = 'active'`,
      [seedId("territory", name), regions],
    );
  await db.query("update business_calendar set holiday_names = $1 where is_default", [
    JSON.stringify(Object.fromEntries(namedHolidaysAround(today))),
  ]);
  await insert(
    db,
    "setup_step",
    setupSteps.map((step) => ({ step, state: "done", at, byName: "Sofia Lund" })),
  );
}
