import { beforeAll, describe, expect, test } from "vitest";
import { can } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import { addDays, type PlainDate } from "@/kernel/dates";
import { reviewersFor } from "@/modules/deals/queries/home";
import { listDeals } from "@/modules/deals/queries/list-deals";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { endAbsence } from "@/modules/people/use-cases/end-absence";
import { saveProfile } from "@/modules/people/use-cases/save-profile";
import { setAbsence } from "@/modules/people/use-cases/set-absence";
import { findViewer } from "@/server/auth/viewer";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { dealRow, does, done, submitted } from "../../support/deals";
import { noon, seedWorld, sql, today, world } from "../../support/world";

const { manager, cover, owner, finance, alphaSales } = world;
const large = { amount: { amount: "200000", currency: "EUR" } };

/** The vendor's day of the database, in which a cover counts. */
let now = noon;
let day: PlainDate = today;

beforeAll(async () => {
  await seedWorld();
  const [row] = await sql<{ now: Date; day: PlainDate }>("select now(), entente.today()::text as day");
  now = row?.now ?? noon;
  day = row?.day ?? today;
});

async function actorNow(person: PersonActor): Promise<PersonActor> {
  const id = newId();
  await sql(
    "insert into identity.session (id, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $3::timestamptz + interval '1 hour')",
    [id, person.personId, now],
  );
  const found = await findViewer(id, now);
  if (!found) throw new Error(`${person.name} is not let in`);
  return found.actor;
}

describe("[DEAL-07] while somebody is away", () => {
  test("a colleague has their queue, decides for them, and the record says for whom", async () => {
    const before = await submitted(alphaSales, large, now);
    done(await does(manager, setAbsence, { coverId: cover.personId, from: day, to: addDays(day, 5) }, now));
    const standIn = await actorNow(cover);
    expect(standIn.standsInFor).toEqual([manager.personId]);
    const filter = { statuses: ["in_review"], reviewers: reviewersFor(standIn) } as const;
    const { rows } = await withActor(standIn, (tx) => listDeals(tx, standIn, { filter }));
    expect(rows.map(({ id }) => id)).toContain(before.dealId);
    const customer = { name: "Weserbau Hydraulik AG", website: "weserbau.com", country: "DE" };
    const during = await submitted(alphaSales, { ...large, customer }, now);
    expect((await dealRow(during.dealId)).reviewer_id).toBe(cover.personId);
    for (const { dealId } of [before, during]) {
      const { version } = await dealRow(dealId);
      done(await does(standIn, approveDeal, { dealId, version, note: "Known well" }, now));
      const [decision] = await sql(
        "select decider_name, decided_for from decision where subject_id = $1 and outcome = 'approved'",
        [dealId],
      );
      expect(decision).toEqual({ decider_name: cover.name, decided_for: manager.name });
    }
  });

  test("who stands in may do no more than who is away, and not once the days are over", async () => {
    const standIn = await actorNow(cover);
    expect(can(standIn, "settings.manage")).toBe(false);
    await sql("update cover set starts_on = $2::date - 9, ends_on = $2::date - 1 where person_id = $1", [
      manager.personId,
      day,
    ]);
    const { dealId } = await submitted(
      alphaSales,
      { ...large, customer: { name: "Ostsee Werft AG", website: "ostsee-werft.com", country: "DE" } },
      now,
    );
    const late = await actorNow(cover);
    expect(late.standsInFor).toBeUndefined();
    expect((await dealRow(dealId)).reviewer_id).toBe(manager.personId);
    const { version } = await dealRow(dealId);
    expect(await does(late, approveDeal, { dealId, version, note: "" }, now)).toMatchObject({ ok: false });
    await sql("update cover set starts_on = $2::date, ends_on = $2::date + 5 where person_id = $1", [
      manager.personId,
      day,
    ]);
  });

  test("the work is theirs again when the absence is ended", async () => {
    const [row] = await sql<{ id: string }>("select id from cover where person_id = $1", [manager.personId]);
    expect(await does(cover, endAbsence, { absenceId: row?.id }, now)).toMatchObject({
      failure: { code: "not_found" },
    });
    done(await does(manager, endAbsence, { absenceId: row?.id }, now));
    expect((await actorNow(cover)).standsInFor).toBeUndefined();
    expect(await sql("select 1 from vendor_scope where person_id = $1", [cover.personId])).toEqual([]);
  });

  test.each([
    ["is over already", () => ({ from: addDays(day, -9), to: addDays(day, -1) }), { to: "people.errors.absence.past" }],
    [
      "ends before it begins",
      () => ({ from: addDays(day, 9), to: addDays(day, 8) }),
      { to: "people.errors.absence.endsFirst" },
    ],
    ["never ends", () => ({ from: day, to: addDays(day, 900) }), { to: "people.errors.absence.tooLong" }],
  ])("an absence that %s is refused at its field", async (_what, days, fields) => {
    const result = await does(manager, setAbsence, { coverId: cover.personId, ...days() }, now);
    expect(result).toEqual({ ok: false, failure: { code: "invalid", fields } });
  });

  test("nobody stands in without a role for it, or while away too", async () => {
    const days = { from: addDays(day, 20), to: addDays(day, 25) };
    const refused = (key: string) => ({ failure: { fields: { coverId: `people.errors.absence.${key}` } } });
    expect(await does(manager, setAbsence, { coverId: finance.personId, ...days }, now)).toMatchObject(
      refused("notAllowed"),
    );
    expect(await does(manager, setAbsence, { coverId: alphaSales.personId, ...days }, now)).toMatchObject({
      failure: { code: "not_found" },
    });
    done(await does(cover, setAbsence, { coverId: owner.personId, ...days }, now));
    expect(await does(manager, setAbsence, { coverId: cover.personId, ...days }, now)).toMatchObject(
      refused("awayToo"),
    );
    expect(await does(alphaSales, setAbsence, { coverId: cover.personId, ...days }, now)).toEqual({
      ok: false,
      failure: { code: "forbidden" },
    });
  });
});

test("a profile is the own one, whoever saves it", async () => {
  const others = () =>
    sql("select id, name, title, phone, locale, zone from person where id <> $1 order by id", [alphaSales.personId]);
  const before = await others();
  const profile = {
    name: "Sam Alpha-Berg",
    title: "Sales",
    phone: "+49 89 123 45-67",
    locale: "de",
    zone: "Asia/Tokyo",
  };
  done(await does(alphaSales, saveProfile, profile));
  expect(await others()).toEqual(before);
  expect(await does(alphaSales, saveProfile, { ...profile, phone: "call me", zone: "Moon/Base" })).toMatchObject({
    failure: { fields: { phone: "people.errors.phone", zone: "people.errors.zone" } },
  });
  expect(await actorNow(alphaSales)).toMatchObject({ name: "Sam Alpha-Berg", locale: "de", zone: "Asia/Tokyo" });
});
