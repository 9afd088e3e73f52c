import { beforeAll, expect, test } from "vitest";
import { peopleWithRole } from "@/modules/people/public";
import { withActor } from "@/server/db";
import { idOf, seedWorld, sql } from "../../support/world";

const clerks = ["Uta", "Pia", "Ole", "Max", "Kim", "Jan"].map(idOf);
const sorted = [...clerks].sort();

async function give(personId: string, at: string): Promise<void> {
  await sql("insert into person (id, email, name) values ($1, $2, 'Clerk')", [personId, `${personId}@test.example`]);
  await sql(
    "insert into membership (id, person_id, role, created_at) values (gen_random_uuid(), $1, 'marketing', $2)",
    [personId, at],
  );
}

beforeAll(async () => {
  await seedWorld();
  // Against their order, so that the order of the rows is not the one that is asked for.
  for (const personId of sorted.toReversed()) await give(personId, "2026-01-01");
});

test("who has had a role longer comes first, and of those who got it together the smaller id", async () => {
  const early = idOf("Zoe");
  await give(early, "2025-01-01");
  const found = await withActor({ kind: "system", cause: "worker" }, (tx) => peopleWithRole(tx, "marketing"));
  expect(found).toEqual([early, ...sorted]);
});
