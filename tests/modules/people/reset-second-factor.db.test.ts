import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { teamOf } from "@/modules/people/queries/team";
import { personNotices } from "@/modules/people/reactions";
import { resetSecondFactor } from "@/modules/people/use-cases/reset-second-factor";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import { people, seedCompanies } from "../../support/canaries";
import { does, done } from "../../support/deals";
import { noon, sql, today, world } from "../../support/world";

const { administrator, finance, manager } = world;
const { alphaAdmin, alphaSales } = people;
const minutesAgo = (count: number) => new Date(noon.getTime() - count * 60_000);

async function withFactor({ personId }: PersonActor): Promise<void> {
  await sql(
    `insert into identity.second_factor (person_id, secret, created_at, confirmed_at) values ($1, 'sealed', $2, $2)
     on conflict (person_id) do update set confirmed_at = $2`,
    [personId, noon],
  );
  await sql(
    "insert into identity.session (id, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $3::timestamptz + interval '1 hour')",
    [newId(), personId, noon],
  );
}

async function standing({ personId }: PersonActor) {
  const [row] = await sql<{ factor: boolean; sessions: number }>(
    `select exists (select from identity.second_factor where person_id = $1) as factor,
       (select count(*)::int from identity.session where person_id = $1 and ended_at is null) as sessions`,
    [personId],
  );
  return row;
}

const reset = (by: PersonActor, { personId }: PersonActor) => does(by, resetSecondFactor, { personId });

beforeAll(async () => {
  await seedCompanies();
});

describe("a second factor that was lost", () => {
  test("is taken away by an administrator: no session is left, it is on record, and the person is told", async () => {
    await withFactor(finance);
    done(await reset(administrator, finance));
    expect(await standing(finance)).toEqual({ factor: false, sessions: 0 });
    const events = await sql<{ id: string; actor_id: string }>(
      "select id, actor_id from event where type = 'person.secondFactorReset' and subject_id = $1",
      [finance.personId],
    );
    expect(events.map(({ actor_id }) => actor_id)).toEqual([administrator.personId]);
    const told = { subjectId: finance.personId, actorName: administrator.name, type: "person.secondFactorReset" };
    // The rest of an event does not matter to whom it concerns.
    const tell = personNotices.tell as unknown as (context: object, event: object) => Promise<unknown>;
    expect(await tell({}, told)).toMatchObject({ concerned: { subject: [finance.personId] } });
  });

  test("[R2] of two presses at once one wins, and the other reads a conflict", async () => {
    await withFactor(finance);
    const results = await Promise.all([reset(administrator, finance), reset(administrator, finance)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      failure: { code: "conflict", reason: "people.errors.noFactorThere" },
    });
  });

  test("is reset by who has just proved who they are, and by nobody for themselves", async () => {
    await withFactor(finance);
    await withFactor(administrator);
    const session = { id: newId(), provedAt: minutesAgo(11) };
    const late = await execute(
      resetSecondFactor,
      administrator,
      { personId: finance.personId },
      { now: noon, newId, session },
    );
    expect(late).toEqual({ ok: false, failure: { code: "unproved" } });
    expect(await reset(administrator, administrator)).toEqual({ ok: false, failure: { code: "forbidden" } });
    expect(await standing(finance)).toMatchObject({ factor: true, sessions: 1 });
    expect(await standing(administrator)).toMatchObject({ factor: true });
  });

  test("of a colleague of the vendor is beyond a channel manager; an admin of a partner helps their own people", async () => {
    await withFactor(finance);
    expect(await reset(manager, finance)).toEqual({ ok: false, failure: { code: "forbidden" } });
    await withFactor(alphaSales);
    done(await reset(alphaAdmin, alphaSales));
    expect(await standing(alphaSales)).toEqual({ factor: false, sessions: 0 });
  });

  test("is seen only by who may take it away", async () => {
    await withFactor(alphaSales);
    const seen = async (actor: PersonActor) =>
      (await withActor(actor, (tx) => teamOf(tx, actor, alphaSales.partnerId, { now: noon, today }))).people.filter(
        ({ hasSecondFactor }) => hasSecondFactor,
      ).length;
    expect([await seen(alphaAdmin), await seen(alphaSales)]).toEqual([1, 0]);
  });
});
