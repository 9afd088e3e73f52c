import { beforeAll, describe, expect, test } from "vitest";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { withActor } from "@/server/db";
import { submitted } from "../../support/deals";
import { idOf, noon, seedWorld, sql, world } from "../../support/world";

const { alphaSales, betaSales, manager } = world;

let turn = 0;
function customerIn(country: string) {
  turn += 1;
  return { name: `Border ${turn} Works`, website: `border-${turn}.com`, country };
}
/** The rule about territory as it was looked at for a registration. */
async function looked(dealId: string, actor = alphaSales) {
  const record = await withActor(actor, (tx) => recordDeal(tx, actor, dealId, noon, "Europe/Berlin"));
  return record?.decisions[0]?.evaluation.rules.find(({ rule }) => rule === "within-territory");
}

beforeAll(async () => {
  await seedWorld();
  await sql("insert into territory (id, name, countries) values ($1, 'Two countries', '{DE,AT}')", [idOf("two")]);
  await sql("insert into territory_grant (id, territory_id, partner_id, granted_at) values ($1, $2, $3, now())", [
    idOf("grant"),
    idOf("two"),
    idOf("alpha"),
  ]);
});

describe("[DEAL-08] a registration outside the partner's territory", () => {
  test("is routed to a person, with the territory shown to both sides", async () => {
    const { dealId, outcome } = await submitted(alphaSales, { customer: customerIn("FR") });
    expect(outcome).toBe("in_review");
    for (const actor of [alphaSales, manager])
      expect(await looked(dealId, actor)).toMatchObject({
        result: "fail",
        verdict: "review",
        tests: [
          { fact: "partner.territory", actual: "AT DE" },
          { fact: "customer.in_territory", actual: false },
        ],
      });
    const [row] = await sql("select review_reason from deal where id = $1", [dealId]);
    expect(row).toEqual({ review_reason: "within-territory" });
  });

  test("is approved within it, and everywhere where the partner has none", async () => {
    expect((await submitted(alphaSales, { customer: customerIn("AT") })).outcome).toBe("approved");
    expect((await submitted(betaSales, { customer: customerIn("FR") })).outcome).toBe("approved");
  });

  test("ends with the grant", async () => {
    await sql("update territory_grant set ended_at = now()");
    expect((await submitted(alphaSales, { customer: customerIn("FR") })).outcome).toBe("approved");
    await sql("update territory_grant set ended_at = null");
  });

  test("is refused under rules that refuse it", async () => {
    await sql(
      `insert into policy_version (id, kind, version, name, status, effective_from, body)
       select gen_random_uuid(), kind, 2, name, status, $1, jsonb_set(jsonb_set(body, array['rules', i, 'otherwise'], '"reject"'),
         array['rules', i, 'reason'], '"outside_program"')
       from policy_version, (select (ordinality - 1)::text as i from policy_version, jsonb_array_elements(body -> 'rules') with ordinality r
         where r.value ->> 'id' = 'within-territory') at`,
      ["2026-11-01"],
    );
    const { dealId, outcome } = await submitted(alphaSales, { customer: customerIn("FR") });
    expect(outcome).toBe("rejected");
    expect(await looked(dealId)).toMatchObject({ result: "fail", verdict: "reject" });
  });
});
