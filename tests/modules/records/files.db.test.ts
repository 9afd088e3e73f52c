import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { fileToSend, recordFiles } from "@/modules/records/queries/files";
import { mayReceive } from "@/modules/records/queries/may-receive";
import { addFile } from "@/modules/records/use-cases/add-file";
import { setFileRemoved } from "@/modules/records/use-cases/set-file-removed";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { people, seedCompanies } from "../../support/canaries";
import { does, done, submitted } from "../../support/deals";
import { idOf, sql, world } from "../../support/world";

const { alphaSales, alphaColleague, alphaAdmin, betaSales, distantManager } = people;
const { manager, owner, finance, executive, seller } = world;

type Changes = { name?: string; type?: string; internal?: boolean; scan?: string; subjectKind?: string };
const add = (actor: PersonActor, subjectId: string, changes: Changes = {}, versionId = newId()) =>
  does(actor, addFile, {
    subjectKind: "deal",
    subjectId,
    versionId,
    internal: false,
    name: "offer.pdf",
    bytes: 1200,
    type: "application/pdf",
    sha256: "a".repeat(64),
    scan: "not_scanned",
    ...changes,
  });
const sent = (actor: PersonActor, versionId: string) => withActor(actor, (tx) => fileToSend(tx, versionId));
const listed = (actor: PersonActor, id: string) =>
  withActor(actor, (tx) => recordFiles(tx, actor, { kind: "deal", id }));

let deal: string;
beforeAll(async () => {
  await seedCompanies();
  deal = (await submitted(alphaSales)).dealId;
});

describe("[S9] [GOVR-02] a file is sent to who may see the record, and to nobody else", () => {
  test("of both sides, and of the vendor only", async () => {
    const { versionId } = done(await add(alphaSales, deal));
    const note = done(await add(manager, deal, { internal: true, name: "margins.xlsx", type: "text/plain" }));
    for (const actor of [alphaSales, alphaAdmin, manager, owner, finance, executive])
      expect(await sent(actor, versionId), actor.name).toMatchObject({ name: "offer.pdf", bytes: 1200 });
    for (const actor of [alphaColleague, betaSales, distantManager, seller])
      expect(await sent(actor, versionId), actor.name).toBeNull();
    for (const actor of [manager, owner, finance]) expect(await sent(actor, note.versionId)).not.toBeNull();
    for (const actor of [alphaSales, alphaAdmin, executive, seller]) {
      expect(await sent(actor, note.versionId), actor.name).toBeNull();
      expect(JSON.stringify(await listed(actor, deal))).not.toContain("margins");
    }
    expect(await sent(alphaSales, newId())).toBeNull();
  });

  test("one that the scanner refused is kept, said, and sent to nobody", async () => {
    const { versionId } = done(await add(alphaSales, deal, { name: "bad.pdf", scan: "quarantined" }));
    for (const actor of [alphaSales, owner]) expect(await sent(actor, versionId)).toBeNull();
    expect((await listed(manager, deal)).find(({ name }) => name === "bad.pdf")?.versions[0]).toMatchObject({
      scan: "quarantined",
    });
  });

  test.each([
    ["another partner's person", betaSales, "not_found"],
    ["a colleague without a part in it", alphaColleague, "not_found"],
    ["an executive", executive, "forbidden"],
    ["a direct seller", seller, "forbidden"],
  ] as const)("%s adds none", async (_who, actor, code) => {
    expect(await add(actor, deal)).toMatchObject({ ok: false, failure: { code } });
    expect(await withActor(actor, (tx) => mayReceive(tx, actor, { kind: "deal", id: deal }, false))).toBe(false);
  });

  test("a partner adds nothing beside the vendor's own records, and nothing internal", async () => {
    expect(await add(alphaAdmin, idOf("alpha"), { subjectKind: "partner" })).toMatchObject({ ok: false });
    expect(await add(alphaSales, deal, { internal: true })).toMatchObject({ failure: { code: "forbidden" } });
  });

  test("the database refuses a name that is a path or turns the direction of writing", async () => {
    for (const name of ["../x.pdf", "a\\b.pdf", "x\u202efdp.pdf", "a\nb.pdf"])
      await expect(add(alphaSales, deal, { name })).rejects.toThrow(/record_file_name/);
  });
});

describe("the same name", () => {
  test("is the next version; older ones stay, and two at once get two numbers", async () => {
    const { dealId } = await submitted(alphaSales, {
      customer: { name: "Versions GmbH", website: "versions.de", country: "DE" },
    });
    const first = done(await add(alphaSales, dealId));
    const both = await Promise.all([add(manager, dealId), add(alphaSales, dealId)]);
    expect(both.map((result) => done(result).number).sort()).toEqual([2, 3]);
    const [file] = await listed(alphaSales, dealId);
    expect(file?.versions.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(await sent(manager, first.versionId)).not.toBeNull();
  });
});

test("who added a file removes it and brings it back; nobody else does, and nothing is lost", async () => {
  const { dealId } = await submitted(alphaSales, {
    customer: { name: "Removed GmbH", website: "removed.de", country: "DE" },
  });
  const { versionId } = done(await add(alphaSales, dealId));
  const [{ id: fileId } = { id: "" }] = await listed(alphaSales, dealId);
  expect(await does(manager, setFileRemoved, { fileId, removed: true })).toMatchObject({
    failure: { code: "forbidden" },
  });
  expect(await does(betaSales, setFileRemoved, { fileId, removed: true })).toMatchObject({
    failure: { code: "not_found" },
  });
  done(await does(alphaSales, setFileRemoved, { fileId, removed: true }));
  expect(await sent(alphaSales, versionId)).toBeNull();
  expect(await listed(manager, dealId)).toEqual([]);
  expect(await sql("select count(*)::int as count from record_file_version where id = $1", [versionId])).toEqual([
    { count: 1 },
  ]);
  done(await does(alphaSales, setFileRemoved, { fileId, removed: false }));
  expect(await sent(manager, versionId)).not.toBeNull();
  await expect(withActor(alphaSales, (tx) => tx.recordFileVersion.deleteMany())).rejects.toThrow(/permission denied/);
});
