import { beforeAll, describe, expect, test } from "vitest";
import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import { dealRow, submitted } from "../../support/deals";
import { seedWorld, sql, world } from "../../support/world";

const { alphaSales, betaSales } = world;
let websites = 0;

/** A registration of a customer that only its name can give away: no two have a website in common. */
async function registered(seller: typeof alphaSales, name: string, country = "DE") {
  websites += 1;
  const { dealId } = await submitted(seller, { customer: { name, website: `site-${websites}.com`, country } });
  return dealRow(dealId);
}

const evidence = (accountId: string | null) =>
  sql<{ score: number }>(
    "select c.score from deal_conflict c join deal d on d.id = c.deal_id where d.account_id = $1 order by score desc",
    [accountId],
  );

beforeAll(async () => {
  await seedWorld();
});

describe("[DEAL-04] a customer whose name is written in another way", () => {
  test.each([
    ["Müllerhaus GmbH", "Muellerhaus GmbH"],
    ["Koelnturm AG", "Kölnturm AG"],
    ["Bäckerei Groß", "Backerei Gross GmbH"],
    ["Ålborg Portland A/S", "Aalborg Portland"],
    ["Société Ferroviaire", "Societe Ferroviaire SA"],
    ["Turkwerk Anlagen", "Türkwerk Anlagen"],
  ])("is one account: %s and %s", async (first, second) => {
    const mine = await registered(alphaSales, first);
    const theirs = await registered(betaSales, second);
    expect([mine.status, theirs.status]).toEqual(["approved", "in_review"]);
    expect(theirs.account_id).toBe(mine.account_id);
    expect((await evidence(theirs.account_id))[0]?.score).toBe(100);
  });

  test.each([
    ["Steinbrecher Logistik", "Steinbrecher Logistk"],
    ["Fuerstenwerk Anlagen", "Furstenwerk Anlagen"],
    ["Hafenkontor Bremen", "Hafenkontro Bremen"],
  ])("is a person's to judge where it is one typo apart: %s and %s", async (first, second) => {
    const mine = await registered(alphaSales, first);
    const theirs = await registered(betaSales, second);
    expect([mine.status, theirs.status]).toEqual(["approved", "in_review"]);
    expect(theirs.account_id).not.toBe(mine.account_id);
    expect((await evidence(theirs.account_id))[0]?.score).toBe(60);
  });

  test.each([
    ["Amcor", "Emcor", "DE"],
    ["Uferbau 1 GmbH", "Uferbau 2 GmbH", "DE"],
    ["Wiesengrund Technik", "Wiesengrund Technk", "AT"],
  ])("is another customer where it is not: %s and %s in %s", async (first, second, country) => {
    const mine = await registered(alphaSales, first);
    const theirs = await registered(betaSales, second, country);
    expect([mine.status, theirs.status]).toEqual(["approved", "approved"]);
  });

  test("keeps every key it came with", async () => {
    const { account_id } = await registered(alphaSales, "Grünwald Söhne GmbH");
    const names = await sql<{ normalised: string }>("select normalised from account_name where account_id = $1", [
      account_id,
    ]);
    expect(names.map(({ normalised }) => normalised).toSorted()).toEqual(
      companyNameKeys("Grünwald Söhne GmbH").toSorted(),
    );
  });
});
