import { beforeAll, describe, expect, test } from "vitest";
import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import { relatedAccounts } from "@/modules/accounts/repository";
import { keepSearchable } from "@/modules/accounts/schedule";
import { withActor } from "@/server/db";
import { idOf, noon, seedWorld, sql } from "../../support/world";

const system = { kind: "system", cause: "worker" } as const;

async function known(name: string, more: { country?: string; taxId?: string; domain?: string } = {}): Promise<string> {
  const id = idOf(name);
  const country = more.country ?? "DE";
  await sql("insert into account (id, name, country, tax_id) values ($1, $2, $3, $4)", [id, name, country, more.taxId]);
  for (const key of companyNameKeys(name))
    await sql("insert into account_name (country, normalised, account_id) values ($1, $2, $3)", [country, key, id]);
  if (more.domain) await sql("insert into account_domain (domain, account_id) values ($1, $2)", [more.domain, id]);
  return id;
}

async function foundBy(name: string, more: { taxId?: string; domains?: readonly string[] } = {}): Promise<string[]> {
  const account = { id: idOf("asked"), name, isCustomer: false, parentId: null, taxId: more.taxId ?? null };
  const sought = { name, country: "DE", domains: more.domains ?? [] };
  const found = await withActor(system, (tx) => relatedAccounts(tx, account, sought));
  return found.map((entry) => entry.name).toSorted();
}

beforeAll(async () => {
  await seedWorld();
  await known("Schlumberger Technology B.V.", { taxId: "NL 8012.34.567.B01", domain: "slb-tech.example" });
  await known("Hoogland Fabrieken N.V.", { country: "NL" });
  await known("Maschinenbau Ostermann GmbH");
  await known("Ромашка ООО", { country: "BG" });
  await keepSearchable()(noon);
});

describe("[DEAL-04] a customer is found again through the index", () => {
  test.each([
    ["a typo", "Sclumberger Technology", "Schlumberger Technology B.V."],
    ["words anybody uses", "Koninklijke Hoogland International", "Hoogland Fabrieken N.V."],
    ["the order of its words", "Ostermann Maschinenbau", "Maschinenbau Ostermann GmbH"],
    ["a space", "Maschinenbau Oster Mann", "Maschinenbau Ostermann GmbH"],
    ["another script", "Romashka", "Ромашка ООО"],
  ])("by %s: %s", async (_, asked, found) => expect(await foundBy(asked)).toEqual([found]));

  test("by a domain or a tax id, whatever its name", async () => {
    expect(await foundBy("Unlike", { domains: ["slb-tech.example"] })).toEqual(["Schlumberger Technology B.V."]);
    expect(await foundBy("Unlike", { taxId: "nl801234567b01" })).toEqual(["Schlumberger Technology B.V."]);
  });

  test("and not where only a key is shared", async () => {
    expect(await foundBy("Hoogland Petersen Larsen")).toEqual([]);
    expect(await foundBy("Unlike")).toEqual([]);
  });

  test("also by a name it learned later", async () => {
    await sql("insert into account_name (country, normalised, account_id) values ('DE', 'zweigwerk sued', $1)", [
      idOf("Maschinenbau Ostermann GmbH"),
    ]);
    expect(await foundBy("Zweigwerk Süd")).toEqual([]);
    expect(await keepSearchable()(noon)).toBe(1);
    expect(await foundBy("Zweigwerk Süd")).toEqual(["Maschinenbau Ostermann GmbH"]);
    expect(await keepSearchable()(noon)).toBe(0);
  });

  test("keys of another version are made again, once", async () => {
    await sql("update account_search set version = 99");
    const [accounts] = await sql<{ count: number }>("select count(*)::int as count from account_search");
    expect(await keepSearchable()(noon)).toBe(accounts?.count);
  });
});
