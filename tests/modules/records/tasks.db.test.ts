import { beforeAll, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { tellPeople } from "@/modules/notices/reactions";
import { ownTasks, recordTasks } from "@/modules/records/queries/tasks";
import { recordNotices } from "@/modules/records/reactions";
import { addTask } from "@/modules/records/use-cases/add-task";
import { setTaskDone } from "@/modules/records/use-cases/set-task-done";
import { withActor } from "@/server/db";
import { deliverEvents } from "@/server/deliveries";
import { newId } from "@/server/ids";
import { people, seedCompanies } from "../../support/canaries";
import { does, done, submitted } from "../../support/deals";
import { streamOf } from "../../support/records";
import { idOf, noon, sql, world } from "../../support/world";

const { alphaSales, alphaAdmin, alphaColleague, betaSales } = people;
const { manager, owner, executive, seller } = world;
const later = new Date(noon.getTime() + 60_000);

type Changes = { title?: string; dueOn?: string; internal?: boolean; taskId?: string; subjectKind?: string };
let deal: string;
const plan = (actor: PersonActor, forWhom: PersonActor, changes: Changes = {}, subjectId = deal) =>
  does(actor, addTask, {
    subjectKind: "deal",
    subjectId,
    taskId: newId(),
    title: "Send the price list",
    ownerId: forWhom.personId,
    dueOn: "2026-12-01",
    internal: false,
    ...changes,
  });
const waiting = async (actor: PersonActor) =>
  (await withActor(actor, (tx) => ownTasks(tx, actor))).map(({ title }) => title);
const listed = (actor: PersonActor, now = noon) =>
  withActor(actor, (tx) => recordTasks(tx, actor, { kind: "deal", id: deal }, now));

beforeAll(async () => {
  await seedCompanies();
  deal = (await submitted(alphaSales)).dealId;
});

test("a task waits for its owner by due day, whoever planned it, until it is done, and again once it is not", async () => {
  const second = done(await plan(manager, alphaSales, { title: "Second", dueOn: "2026-12-05" }));
  done(await plan(alphaSales, alphaSales, { title: "First", dueOn: "2026-12-04" }));
  expect(await waiting(alphaSales)).toEqual(["First", "Second"]);
  expect(await waiting(manager)).toEqual([]);
  done(await does(alphaSales, setTaskDone, { taskId: second.taskId, done: true }, later));
  expect(await waiting(alphaSales)).toEqual(["First"]);
  expect((await listed(manager)).find(({ title }) => title === "Second")?.done).toMatchObject({ at: later });
  done(await does(manager, setTaskDone, { taskId: second.taskId, done: false }));
  expect(await waiting(alphaSales)).toEqual(["First", "Second"]);
});

test("what it is about is named for its owner, of any kind of record", async () => {
  done(await plan(owner, manager, { title: "Visit them", subjectKind: "partner" }, idOf("alpha")));
  const own = await withActor(manager, (tx) => ownTasks(tx, manager));
  expect(own.find(({ title }) => title === "Visit them")).toMatchObject({
    kind: "partner",
    label: expect.stringMatching(/alpha/i),
  });
  expect(await waiting(alphaAdmin)).not.toContain("Visit them");
});

test("a task is late once its day is over where the reader is", async () => {
  done(await plan(alphaSales, alphaSales, { title: "Today", dueOn: "2026-11-25" }));
  const lateAt = async (moment: string) =>
    (await listed(alphaSales, new Date(moment))).find(({ title }) => title === "Today")?.late;
  expect(await lateAt("2026-11-25T22:59:59Z")).toBe(false);
  expect(await lateAt("2026-11-25T23:00:00Z")).toBe(true);
});

test("only who sees the record can have a task about it, and only who sees the note an internal one", async () => {
  const refused = { ok: false, failure: { code: "invalid", fields: { ownerId: "records.errors.ownerSeesNothing" } } };
  for (const nobody of [betaSales, alphaColleague, seller]) expect(await plan(manager, nobody)).toEqual(refused);
  for (const outside of [alphaSales, executive])
    expect(await plan(manager, outside, { internal: true })).toEqual(refused);
  done(await plan(manager, owner, { internal: true, title: "Check their margin" }));
  for (const actor of [alphaSales, alphaAdmin, executive]) {
    expect(JSON.stringify([await listed(actor), await streamOf(actor, deal)]), actor.name).not.toContain("margin");
  }
  expect(JSON.stringify(await streamOf(owner, deal))).toContain("margin");
});

test.each([
  [{ title: " " }, { title: "records.errors.titleMissing" }],
  [{ dueOn: "" }, { dueOn: "records.errors.dayMissing" }],
  [{ dueOn: "2026-02-30" }, { dueOn: "records.errors.dayInvalid" }],
])("%j is refused at its place", async (changes, fields) =>
  expect(await plan(manager, manager, changes)).toEqual({ ok: false, failure: { code: "invalid", fields } }),
);

test("its owner is told by somebody else, and who planned it when it is done; sent twice it is one task", async () => {
  await deliverEvents([tellPeople([recordNotices])], later);
  await sql("delete from notice");
  const taskId = newId();
  const [first] = await Promise.all([plan(manager, alphaSales, { taskId }), plan(manager, alphaSales, { taskId })]);
  done(first);
  done(await does(alphaSales, setTaskDone, { taskId, done: true }));
  await deliverEvents([tellPeople([recordNotices])], later);
  const told = await sql("select type, because, person_id from notice order by at, type");
  expect(told).toEqual([
    { type: "record.taskAdded", because: "taskOwner", person_id: alphaSales.personId },
    { type: "record.taskDone", because: "taskCreator", person_id: manager.personId },
  ]);
});
