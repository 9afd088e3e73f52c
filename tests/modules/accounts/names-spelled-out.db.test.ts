import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import { idOf, sql } from "../../support/world";

const names = [
  "Müller GmbH",
  "MÜLLER & SÖHNE GmbH & Co. KG",
  "Kölner Möbel AG",
  "Bäckerei Groß",
  "Ørsted A/S",
  "Ålborg Portland A/S",
  "Færgen Øst",
  "Société Générale Zürich S.A.",
  "Türk Telekom A.Ş.",
  "Mu\u0308nchner Ru\u0308ck",
  "Boeing",
  "Bauer AG",
];

async function known(id: string, name: string, country: string, key: string, since: string): Promise<void> {
  await sql("insert into account (id, name, country, created_at) values ($1, $2, $3, $4)", [id, name, country, since]);
  await sql("insert into account_name (country, normalised, account_id) values ($1, $2, $3)", [country, key, id]);
}

const keysOf = async (id: string) =>
  (await sql<{ normalised: string }>("select normalised from account_name where account_id = $1", [id]))
    .map((row) => row.normalised)
    .toSorted();

beforeAll(async () => {
  // As they were learned before: by the key without marks alone.
  for (const name of names) await known(idOf(name), name, "DE", companyNameKeys(name).at(-1) ?? "", "2026-02-01");
  await known(idOf("umlaut"), "Grün AG", "AT", "grun", "2026-02-01");
  await known(idOf("spelled"), "Gruen AG", "AT", "gruen", "2026-03-01");
  await sql(readFileSync("prisma/migrations/20261125000008_names_spelled_out/migration.sql", "utf8"));
});

test.each(names)("%s is found by all its keys", async (name) =>
  expect(await keysOf(idOf(name))).toEqual([...companyNameKeys(name)].toSorted()),
);

test("a key that is another customer's stays there", async () => {
  expect(await keysOf(idOf("umlaut"))).toEqual(["grun"]);
  expect(await keysOf(idOf("spelled"))).toEqual(["gruen"]);
});
