import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { arrangementOf } from "@/modules/lists/queries";
import type { SaveViewForm } from "@/modules/lists/schema";
import { chooseColumns } from "@/modules/lists/use-cases/choose-columns";
import { deleteView } from "@/modules/lists/use-cases/delete-view";
import { saveView } from "@/modules/lists/use-cases/save-view";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { does, done } from "../../support/deals";
import { idOf, seedWorld, sql, world } from "../../support/world";

const { alphaSales, alphaAdmin, betaSales, manager, cover, executive } = world;

const view: SaveViewForm = {
  viewId: null,
  list: "deals",
  query: "?statuses=in_review&sort=-amount",
  name: "Large ones",
  shared: false,
  start: false,
};
const save = (actor: PersonActor, changes: Partial<SaveViewForm> = {}) =>
  does(actor, saveView, { ...view, ...changes });
const seenBy = (actor: PersonActor, list = "deals") => withActor(actor, (tx) => arrangementOf(tx, actor, list));
const namesOf = async (actor: PersonActor) => (await seenBy(actor)).views.map(({ name }) => name);

beforeAll(async () => {
  await seedWorld();
});
beforeEach(async () => {
  await sql("delete from list_view");
  await sql("delete from list_choice");
});

describe("a saved view", () => {
  test("is its owner's, with its conditions, order and columns; nobody else sees it", async () => {
    done(await save(manager));
    expect((await seenBy(manager)).views).toMatchObject([{ name: "Large ones", query: view.query, own: true }]);
    for (const actor of [cover, executive, alphaSales, betaSales]) expect(await namesOf(actor)).toEqual([]);
    expect(await seenBy(manager, "partners")).toMatchObject({ views: [] });
  });

  test("is shared with all the vendor's people, who can use it and not change it; partners see nothing of it", async () => {
    const { viewId } = done(await save(manager, { shared: true }));
    for (const actor of [cover, executive])
      expect((await seenBy(actor)).views).toMatchObject([{ name: "Large ones", own: false }]);
    for (const actor of [alphaSales, alphaAdmin]) expect(await namesOf(actor)).toEqual([]);
    const foreign = { ok: false, failure: { code: "not_found", entity: "view" } };
    expect(await save(cover, { viewId, name: "Mine now" })).toEqual(foreign);
    expect(await does(executive, deleteView, { viewId })).toEqual(foreign);
    expect(await namesOf(manager)).toEqual(["Large ones"]);
  });

  test("of a partner is never shared: the use case refuses, and the database too", async () => {
    expect(await save(alphaAdmin, { shared: true })).toEqual({ ok: false, failure: { code: "forbidden" } });
    const row = { list: "deals", name: "For all", query: "", createdAt: new Date(), shared: true };
    const insert = (partnerId: string | null) =>
      withActor(alphaAdmin, (tx) =>
        tx.listView.create({ data: { ...row, id: newId(), personId: alphaAdmin.personId, partnerId } }),
      );
    await expect(insert(idOf("alpha"))).rejects.toThrow(/list_view_shared/);
    await expect(insert(null)).rejects.toThrow(/row-level security/);
  });

  test("has a name of its own among its owner's", async () => {
    done(await save(manager));
    const taken = { ok: false, failure: { code: "invalid", fields: { name: "lists.errors.taken" } } };
    expect(await save(manager)).toEqual(taken);
    const { viewId } = done(await save(manager, { name: "Small ones" }));
    expect(await save(manager, { viewId, name: "Large ones" })).toEqual(taken);
    done(await save(cover));
    expect(await namesOf(manager)).toEqual(["Large ones", "Small ones"]);
  });

  test.each(["https://elsewhere.example", "//elsewhere.example", "?a b", "?x#y", "/outbox"])(
    "leads nowhere but to its list: %s is refused",
    async (query) => expect((await save(manager, { query })).ok).toBe(false),
  );

  test("stays behind when its owner moves to another company", async () => {
    done(await save(alphaSales));
    expect(await namesOf({ ...alphaSales, partnerId: idOf("beta") })).toEqual([]);
    expect(await namesOf(alphaSales)).toEqual(["Large ones"]);
  });
});

describe("what a list begins with", () => {
  test("is a view, until it is changed or deleted", async () => {
    const { viewId } = done(await save(manager, { start: true }));
    expect((await seenBy(manager)).start).toBe(view.query);
    done(await save(manager, { viewId, query: "?open=yes", start: true }));
    expect((await seenBy(manager)).start).toBe("?open=yes");
    done(await save(manager, { viewId, query: "?open=yes" }));
    expect((await seenBy(manager)).start).toBeNull();
    done(await save(manager, { viewId, query: "?open=yes", start: true }));
    done(await does(manager, deleteView, { viewId }));
    expect(await seenBy(manager)).toEqual({ views: [], columns: [], start: null });
  });

  test("is each reader's own", async () => {
    done(await save(manager, { shared: true, start: true }));
    expect((await seenBy(cover)).start).toBeNull();
  });
});

test("columns are kept for a person and a list", async () => {
  done(await does(manager, chooseColumns, { list: "deals", columns: ["amount", "close"] }));
  expect((await seenBy(manager)).columns).toEqual(["amount", "close"]);
  expect((await seenBy(manager, "partners")).columns).toEqual([]);
  expect((await seenBy(cover)).columns).toEqual([]);
  done(await does(manager, chooseColumns, { list: "deals", columns: [] }));
  expect((await seenBy(manager)).columns).toEqual([]);
});
