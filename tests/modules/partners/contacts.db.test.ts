import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { lastContact } from "@/modules/partners/queries/contacts";
import { listPartners } from "@/modules/partners/queries/list-partners";
import { recordPartner } from "@/modules/partners/queries/record-partner";
import { logContact } from "@/modules/partners/use-cases/log-contact";
import { teamOf } from "@/modules/people/queries/team";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { people, seedCompanies } from "../../support/canaries";
import { does, done } from "../../support/deals";
import { commentsOf } from "../../support/records";
import { idOf, noon, sql, today, world } from "../../support/world";

const { alphaSales, alphaAdmin, betaSales, distantManager } = people;
const { manager, owner, finance, executive, administrator, seller } = world;
const department = (role: "marketing" | "legal"): PersonActor => ({
  ...seller,
  personId: idOf(role),
  name: role,
  roles: [role],
});
const [marketing, legal] = [department("marketing"), department("legal")];

const log = (actor: PersonActor, changes: object = {}, partnerId = idOf("alpha")) =>
  does(actor, logContact, { partnerId, contactId: newId(), kind: "call", on: today, note: "", people: [], ...changes });
const last = (actor: PersonActor) => withActor(actor, (tx) => lastContact(tx, idOf("alpha")));

beforeAll(async () => {
  await seedCompanies();
  for (const actor of [marketing, legal]) {
    await sql("insert into person (id, email, name) values ($1, $2, $3)", [
      actor.personId,
      `${actor.name}@test.example`,
      actor.name,
    ]);
    await sql("insert into membership (id, person_id, role) values (gen_random_uuid(), $1, $2)", [
      actor.personId,
      actor.roles[0],
    ]);
  }
  await sql(
    "insert into partner_location (id, partner_id, name, city, country, is_main) values ($1, $2, 'Head office', 'Kiel', 'DE', true)",
    [newId(), idOf("alpha")],
  );
});

describe("[S1] a contact with a partner", () => {
  test("is logged by every department that looks after partners, with its event, once", async () => {
    for (const actor of [manager, owner, finance, marketing, legal]) done(await log(actor));
    const contactId = newId();
    for (const result of await Promise.all([1, 2].map(() => log(manager, { contactId })))) done(result);
    expect(await sql("select count(*)::int as count from partner_contact")).toEqual([{ count: 6 }]);
    expect(
      await sql("select count(*)::int as count from event where type = 'partner.contacted' and audience = 'vendor'"),
    ).toEqual([{ count: 6 }]);
  });

  test.each([
    ["a direct seller", seller, "forbidden"],
    ["an executive", executive, "forbidden"],
    ["an administrator", administrator, "forbidden"],
    ["the partner itself", alphaAdmin, "forbidden"],
    ["another partner", betaSales, "forbidden"],
    ["a manager of another territory", distantManager, "not_found"],
  ] as const)("is not logged by %s", async (_who, actor, code) =>
    expect(await log(actor)).toMatchObject({ ok: false, failure: { code } }),
  );

  test("is read by the departments, and never by a partner, a direct seller or another territory", async () => {
    done(await log(manager, { kind: "meeting", on: "2026-11-20" }));
    for (const actor of [manager, owner, finance, marketing, legal, executive, administrator])
      expect(await last(actor), actor.name).toMatchObject({ kind: "call" });
    for (const actor of [alphaSales, alphaAdmin, betaSales, seller, distantManager])
      expect(await last(actor), actor.name).toBeNull();
    const { rows } = await withActor(manager, (tx) => listPartners(tx, { wonSince: today }));
    expect(rows.find(({ id }) => id === idOf("alpha"))?.lastContact).not.toBeNull();
    expect(rows.find(({ id }) => id === idOf("beta"))?.lastContact).toBeNull();
  });

  test("is never of a day to come", async () =>
    expect(await log(manager, { on: "2026-11-26" })).toEqual({
      ok: false,
      failure: { code: "invalid", fields: { on: "partners.errors.dayInFuture" } },
    }));
});

test("[PLAT-03] every department opens the same partner: its people, offices and talks, with the words of all departments", async () => {
  const { addComment } = await import("@/modules/records/use-cases/add-comment");
  for (const actor of [marketing, legal, finance, manager]) {
    const subject = { subjectKind: "partner", subjectId: idOf("alpha"), commentId: newId() };
    done(await does(actor, addComment, { ...subject, body: `from ${actor.name}`, internal: false }));
  }
  const pages = [];
  for (const actor of [manager, marketing, legal, finance, executive]) {
    const partner = await withActor(actor, (tx) => recordPartner(tx, idOf("alpha")));
    const team = await withActor(actor, (tx) => teamOf(tx, actor, idOf("alpha"), { now: noon, today }));
    pages.push({
      name: partner?.name,
      people: team.people.map(({ name }) => name),
      locations: partner?.locations.map(({ city }) => city),
      contact: (await last(actor)) !== null,
      comments: (await commentsOf(actor, idOf("alpha"), "partner")).sort(),
    });
  }
  expect(pages[0]?.comments).toHaveLength(4);
  expect(pages[0]?.locations).toEqual(["Kiel"]);
  for (const page of pages) expect(page).toEqual(pages[0]);
  // The direct seller reads name and people, as the matrix of rights says, and nothing else.
  expect(await commentsOf(seller, idOf("alpha"), "partner")).toEqual([]);
});
