import { readdirSync } from "node:fs";
import path from "node:path";
import { hash } from "@node-rs/argon2";
import type pg from "pg";
import type { SystemActor } from "@/kernel/actor";
import { plainDate } from "@/kernel/dates";
import type { Result } from "@/kernel/result";
import { countOf } from "@/modules/imports/domain/report";
import { checkImport } from "@/modules/imports/use-cases/check-import";
import { commitImport } from "@/modules/imports/use-cases/commit-import";
import { readFile } from "@/modules/imports/use-cases/read-file";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import { insert } from "./insert";
import { dayAt } from "./moments";
import { inEmptyDatabase, inOneTransaction } from "./owner";
import { demoPassword } from "./personas";
import { type Program, seedInstallation } from "./program";

const folder = "samples/crm_maven";
const preset = "crm-sales-opportunities";
/** The last day of the last quarter in the files. */
const lastDay = plainDate("2017-12-31");
// What a person would be asked: which of two countries is meant.
const answers = { "customers/value:country:korea": "KR" };

const program: Program = {
  vendorName: "CRM Sales",
  demo: true,
  reportingCurrency: "USD",
  figuresUntil: lastDay,
  regions: [],
  products: [],
};

/** Those a vendor has besides its managers: the files name none of them. */
const staff = [
  { name: "Robin Ellery", title: "Chief revenue officer", role: "executive" },
  { name: "Casey Thorne", title: "Program owner", role: "program_owner" },
  { name: "Jordan Pike", title: "Administrator", role: "administrator" },
] as const;

/**
 * Fills an empty database with a real pipeline of another vendor, through the import that anybody uses; managers and agents of
 * the files can sign in, and figures are shown as of the end of its years.
 */
export function seedMaven(ownerUrl: string, now: Date): Promise<{ deals: number; partners: number }> {
  return inEmptyDatabase(ownerUrl, "maven", async (db) => {
    await inOneTransaction(db, async () => {
      await seedInstallation(db, program, dayAt(now));
      await seedStaff(db, now);
    });
    const report = await importFolder(now);
    await giveSignIns(db, now);
    const made = (part: string) => countOf({ parts: report.parts.filter((each) => each.part === part) }, "insert");
    return { deals: made("deals"), partners: made("partners") };
  });
}

async function seedStaff(db: pg.Client, now: Date): Promise<void> {
  const people = staff.map((person) => ({ ...person, id: newId(), membershipId: newId() }));
  await insert(
    db,
    "person",
    people.map(({ id, name, title }) => ({
      id,
      email: `${name.toLowerCase().replace(" ", ".")}@crm-sales.example`,
      name,
      title,
      locale: "en",
      zone: "America/New_York",
      isContact: false,
      createdAt: now,
    })),
  );
  await insert(
    db,
    "membership",
    people.map(({ id, membershipId, role }) => ({ id: membershipId, personId: id, role, createdAt: now })),
  );
}

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the pipeline could not be imported: ${JSON.stringify(result.failure)}`);
  return result.value;
}

async function importFolder(now: Date) {
  const actor: SystemActor = { kind: "system", cause: "import" };
  const caller = { now, newId };
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, path: path.join(folder, name) }));
  const importId = newId();
  taken(await execute(readFile(files), actor, { importId, preset, name: path.basename(folder) }, caller));
  const choices = { answers, acceptProposals: true, onDuplicate: "skip", goodRowsOnly: false };
  taken(await execute(checkImport, actor, { importId, ...choices }, caller));
  return taken(await execute(commitImport, actor, { importId }, caller)).report;
}

/** Everybody gets the password of the demo. First of each role is whoever has most to show. */
async function giveSignIns(db: pg.Client, now: Date): Promise<void> {
  const passwordHash = await hash(demoPassword);
  await db.query("set role entente_owner");
  await db.query(
    `insert into identity.credential (person_id, password_hash, changed_at)
     select p.id, $1, $2::timestamptz + row_number() over (order by coalesce(d.deals, m.deals, 0) desc, p.name) * interval '1 second'
     from person p
     left join (select partner_id, count(*) as deals from deal group by 1) d on d.partner_id = p.partner_id
     left join (select q.channel_manager_id, count(*) as deals from deal join partner q on q.id = deal.partner_id group by 1) m
       on m.channel_manager_id = p.id`,
    [passwordHash, now],
  );
}
