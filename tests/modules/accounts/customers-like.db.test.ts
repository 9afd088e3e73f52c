import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import { customersLike } from "@/modules/accounts/queries/customers-like";
import { keepSearchable } from "@/modules/accounts/schedule";
import { withActor } from "@/server/db";
import { idOf, noon, seedWorld, sql, world } from "../../support/world";

const { alphaSales, betaSales, manager, cover, owner } = world;

async function customer(name: string, of: "alpha" | "beta"): Promise<void> {
  await sql("insert into account (id, name, country) values ($1, $2, 'DE')", [idOf(name), name]);
  for (const key of companyNameKeys(name))
    await sql("insert into account_name (country, normalised, account_id) values ('DE', $1, $2)", [key, idOf(name)]);
  await sql("insert into account_link (account_id, partner_id) values ($1, $2)", [idOf(name), idOf(of)]);
}

const foundBy = async (actor: PersonActor, typed: string) =>
  (await withActor(actor, (tx) => customersLike(tx, actor, typed, 6))).map(({ name }) => name);

beforeAll(async () => {
  await seedWorld();
  await customer("Maschinenbau Ostermann GmbH", "alpha");
  await customer("Ostermann Spedition KG", "beta");
  await customer("Schlumberger Technology B.V.", "alpha");
  await keepSearchable()(noon);
});

describe("a customer is found by a name that is almost its own", () => {
  test.each([
    ["with a letter missing", "Schlumerger"],
    ["with two swapped", "Schlumbegrer"],
    ["as it sounds", "Schlumberger Tecnology"],
    ["as it is", "schlumberger"],
  ])("%s", async (_how, typed) => expect(await foundBy(owner, typed)).toEqual(["Schlumberger Technology B.V."]));

  test.each(["Schlumberger Petersen", "Unlike", "GmbH", "", "4711"])("and by no other: %s", async (typed) =>
    expect(await foundBy(owner, typed)).toEqual([]),
  );
});

test("[GOVR-02] [S1] of the near ones the vendor's people find those they may see, partners none", async () => {
  const [alphas, betas] = ["Maschinenbau Ostermann GmbH", "Ostermann Spedition KG"] as const;
  expect((await foundBy(manager, "Osterman")).toSorted()).toEqual([alphas, betas]);
  for (const actor of [cover, alphaSales, betaSales]) expect(await foundBy(actor, "Osterman")).toEqual([]);
});
