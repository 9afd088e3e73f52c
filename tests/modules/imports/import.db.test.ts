import { writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { eachWrongBatch } from "@/modules/imports/queries/wrong-rows";
import { readProgress } from "@/modules/imports/repository/progress";
import { checkImport } from "@/modules/imports/use-cases/check-import";
import { commitImport } from "@/modules/imports/use-cases/commit-import";
import { discardImport } from "@/modules/imports/use-cases/discard-import";
import { readFile } from "@/modules/imports/use-cases/read-file";
import { undoImport } from "@/modules/imports/use-cases/undo-import";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { does, done } from "../../support/deals";
import { checked, commit, fileWith, imported, programRows, readImport, rowsOf, undone } from "../../support/imports";
import { idOf, noon, seedWorld, sql, world } from "../../support/world";

const { administrator, owner, manager, alphaAdmin, finance } = world;
const head = "name,country,website,parent,vat";
const names = async (like: string) =>
  (await sql<{ name: string }>("select name from account where name like $1 order by name", [like])).map(
    ({ name }) => name,
  );

beforeAll(async () => {
  await seedWorld();
});

describe("[MIGR-01] a dry run", () => {
  const lines = [
    head,
    "Dry Hill AG,Germany,dry-hill.com,,",
    "Dry Hill Bank,Germany,,Dry Hill,",
    "Dry Lake,Germny,,,",
    ",Germany,,,",
    "dry hill a.g.,DE,,,",
    "Dry Orphan,Austria,,Nobody Known,",
    "Dry Site,Austria,localhost,,",
  ];

  test("names what is wrong with each row, and what each would become; it writes nothing", async () => {
    const before = await programRows();
    const id = await readImport("customers", [fileWith("dry.csv", lines)]);
    const { report } = await checked(id);
    expect(report.questions).toMatchObject([{ id: "value:country:germny", proposals: [{ key: "DE" }] }]);
    expect(await rowsOf(id)).toEqual([
      "2 insert",
      "3 insert",
      "4 error country unknownValue",
      "5 error name missing",
      "6 error repeated",
      "7 insert parent parentUnknown",
      "8 error website notAWebsite",
    ]);
    expect(report.parts[0]).toMatchObject({
      rows: 7,
      outcomes: { insert: 3, update: 0, same: 0, skip: 0, repeat: 0, error: 4 },
      errors: { unknownValue: 1, missing: 1, repeated: 1, notAWebsite: 1 },
      warnings: { parentUnknown: 1 },
    });
    expect(await programRows()).toEqual(before);
  });

  test("with open questions nothing is committed; with wrong rows only where good ones are enough", async () => {
    const id = await readImport("customers", [fileWith("some.csv", lines)]);
    await checked(id, { goodRowsOnly: true });
    expect(await commit(id)).toMatchObject({ failure: { code: "refused", reason: "imports.errors.openQuestions" } });
    await checked(id, { acceptProposals: true });
    expect(await commit(id)).toMatchObject({ failure: { code: "refused", reason: "imports.errors.badRows" } });
    expect(await names("Dry %")).toEqual([]);
    await checked(id, { acceptProposals: true, goodRowsOnly: true });
    expect(done(await commit(id))).toMatchObject({ inserted: 4, updated: 0 });
    expect(await names("Dry %")).toEqual(["Dry Hill AG", "Dry Hill Bank", "Dry Lake", "Dry Orphan"]);
    expect(await commit(id)).toMatchObject({
      failure: { code: "conflict", reason: "imports.errors.alreadyCommitted" },
    });
  });

  test("the wrong rows can be had as they stand in the file", async () => {
    const id = await readImport("customers", [fileWith("wrong.csv", lines)]);
    await checked(id, { acceptProposals: true });
    const found: string[] = [];
    await withActor(administrator, (tx) =>
      eachWrongBatch(tx, id, "customers", async (rows) => {
        for (const { line, cells } of rows) found.push(`${line} ${cells.join("|")}`);
      }),
    );
    expect(found).toEqual(["5 |Germany|||", "6 dry hill a.g.|DE|||", "8 Dry Site|Austria|localhost||"]);
  });

  test("how far it is can be seen beside it", async () => {
    const id = await readImport("customers", [fileWith("progress.csv", lines)]);
    await checked(id);
    expect(await withActor(owner, (tx) => readProgress(tx, id))).toMatchObject({ step: "check", done: 7, total: 7 });
  });

  test("an import that is not wanted any more leaves nothing behind", async () => {
    const id = await readImport("customers", [fileWith("gone.csv", lines)]);
    done(await does(administrator, discardImport, { importId: id }));
    for (const table of [
      "import where id",
      "import_part where import_id",
      "import_row where import_id",
      "import_progress where import_id",
    ])
      expect(await sql(`select 1 from ${table} = $1`, [id])).toEqual([]);
  });
});

describe("[MIGR-01] what exists already", () => {
  beforeAll(async () => {
    await imported("customers", [head, "Twin Peak AG,Germany,twin-peak.com,,", "Twin Base AG,Germany,,,"]);
  });

  test("is recognised by domain, then by name in its country, however that is written", async () => {
    const id = await readImport("customers", [
      fileWith("twins.csv", [
        head,
        "Twin Summit,France,https://www.twin-peak.com/de,,",
        "TWIN BASE,DE,,,",
        "Twin Base,Austria,,,",
      ]),
    ]);
    await checked(id);
    expect(await rowsOf(id)).toEqual(["2 skip", "3 skip", "4 insert"]);
  });

  test("skip leaves it as it is; update writes what the file says and leaves what it does not say", async () => {
    const lines = [
      head,
      "Twin Peak Holding,Germany,twin-peak.com,,DE123",
      "Twin Base AG,Germany,twin-base.com,Twin Peak,",
    ];
    const skipped = await imported("customers", lines);
    expect(await rowsOf(skipped)).toEqual(["2 skip", "3 skip"]);
    expect(await names("Twin %")).toEqual(["Twin Base AG", "Twin Peak AG"]);

    const updated = await imported("customers", lines, { onDuplicate: "update" });
    expect(await rowsOf(updated)).toEqual(["2 update", "3 update"]);
    const stored = `select a.name, a.tax_id, p.name as parent, (select string_agg(domain, ' ') from account_domain d where d.account_id = a.id) as domain
      from account a left join account p on p.id = a.parent_id where a.name like 'Twin %' order by a.name`;
    expect(await sql(stored)).toEqual([
      { name: "Twin Base AG", tax_id: null, parent: "Twin Peak Holding", domain: "twin-base.com" },
      { name: "Twin Peak Holding", tax_id: "DE123", parent: null, domain: "twin-peak.com" },
    ]);

    const same = await imported("customers", lines, { onDuplicate: "update" });
    expect(await rowsOf(same)).toEqual(["2 same", "3 same"]);

    const taken = await undone(updated);
    expect(taken).toMatchObject({ removed: 0, restored: 2, kept: [] });
    expect(await sql(stored)).toEqual([
      { name: "Twin Base AG", tax_id: null, parent: null, domain: null },
      { name: "Twin Peak AG", tax_id: null, parent: null, domain: "twin-peak.com" },
    ]);
  });

  test("what came in since the check stops the commit, and the next check sees it", async () => {
    const lines = [head, "Late Comer AG,Germany,,,"];
    const id = await readImport("customers", [fileWith("late.csv", lines)]);
    await checked(id);
    await imported("customers", lines);
    expect(await commit(id)).toMatchObject({
      failure: { code: "conflict", reason: "imports.errors.changedSinceCheck" },
    });
    await checked(id);
    expect(done(await commit(id))).toMatchObject({ inserted: 0 });
    expect(await names("Late %")).toEqual(["Late Comer AG"]);
  });

  test("two commits of one file at once: one of them writes, the other sees it", async () => {
    const lines = [head, "Race Horse AG,Germany,,,"];
    const ids = await Promise.all([1, 2].map((turn) => readImport("customers", [fileWith(`race${turn}.csv`, lines)])));
    for (const id of ids) await checked(id);
    const results = await Promise.all(ids.map((id) => commit(id)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await names("Race %")).toEqual(["Race Horse AG"]);
  });
});

describe("[MIGR-01] an undo", () => {
  test("leaves what somebody has changed since, and what others have come to rely on, and says so", async () => {
    const id = await imported("customers", [
      head,
      "Undo Changed,Germany,undo-changed.com,,",
      "Undo Parent,Germany,,,",
      "Undo Child,Germany,,Undo Parent,",
      "Undo Used,Germany,,,",
      "Undo Plain,Germany,undo-plain.com,,",
    ]);
    await sql("update account set tax_id = 'DE9' where name = 'Undo Changed'");
    await sql("update deal set account_id = (select id from account where name = 'Undo Used') where id = $1", [
      idOf("alpha earlier"),
    ]);
    const { removed, kept } = await undone(id);
    expect(removed).toBe(3);
    const idsOf = async (name: string) =>
      (await sql<{ id: string }>("select id from account where name = $1", [name]))[0]?.id;
    expect(kept).toEqual([
      { target: "account", recordId: await idsOf("Undo Changed"), why: "changed" },
      { target: "account", recordId: await idsOf("Undo Used"), why: "in_use" },
    ]);
    expect(await names("Undo %")).toEqual(["Undo Changed", "Undo Used"]);
    // What stays can still be found.
    expect(await sql("select 1 from account_domain where domain = 'undo-changed.com'")).toHaveLength(1);
    expect(await sql("select 1 from account_domain where domain = 'undo-plain.com'")).toHaveLength(0);
  });

  test("leaves an updated record that was changed again", async () => {
    await imported("customers", [head, "Again AG,Germany,,,"]);
    const id = await imported("customers", [head, "Again AG,Germany,,,DE1"], { onDuplicate: "update" });
    await sql("update account set tax_id = 'DE2' where name = 'Again AG'");
    expect(await undone(id)).toMatchObject({ removed: 0, restored: 0, kept: [{ why: "changed" }] });
    expect(await sql("select tax_id from account where name = 'Again AG'")).toEqual([{ tax_id: "DE2" }]);
  });

  test("happens once", async () => {
    const id = await imported("customers", [head, "Once AG,Germany,,,"]);
    await undone(id);
    await expect(undone(id)).rejects.toThrow(/notCommitted/);
    await imported("customers", [head, "Once AG,Germany,,,"]);
    expect(await names("Once %")).toEqual(["Once AG"]);
  });
});

describe("what was said about files of a layout", () => {
  test("counts for the next one: columns and values, not dates or amounts", async () => {
    const lines = ["Kunde,Land", "Memo AG,Germny"];
    const first = await readImport("customers", [fileWith("memo.csv", lines)]);
    const { report } = await checked(first);
    expect(report.questions.map(({ id }) => id)).toEqual(["column:name", "column:country"]);
    const answers = { "column:name": "Kunde", "column:country": "#2", "value:country:germny": "DE" };
    expect((await checked(first, { answers })).report.questions).toEqual([]);
    done(await commit(first));

    const next = await readImport("customers", [fileWith("memo2.csv", ["Kunde,Land", "Memo 2 AG,Germny"])]);
    const { report: again } = await checked(next);
    expect(again.questions).toEqual([]);
    expect(again.parts[0]).toMatchObject({ remembered: true, mapping: { name: 0, country: 1 } });
    done(await commit(next));
    expect(await sql("select country from account where name = 'Memo 2 AG'")).toEqual([{ country: "DE" }]);

    const third = await readImport("customers", [fileWith("memo3.csv", ["Kunde,Land", "Memo 3 AG,Germny"])]);
    expect((await checked(third)).report.questions).toEqual([]);
  });
});

describe("who may", () => {
  const file = fileWith("may.csv", [head, "May AG,Germany,,,"]);
  const read = (preset: string) => ({ importId: newId(), preset, name: "may" });

  test.each([
    ["a channel manager", manager],
    ["a partner's admin", alphaAdmin],
    ["finance", finance],
  ])("%s imports nothing", async (_, actor) => {
    expect(await does(actor, readFile([file]), read("customers"))).toMatchObject({ failure: { code: "forbidden" } });
    const id = await readImport("customers", [file]);
    const input = { importId: id, answers: {}, acceptProposals: false, onDuplicate: "skip", goodRowsOnly: false };
    expect(await does(actor, checkImport, input)).toMatchObject({ failure: { code: "forbidden" } });
    await checked(id);
    for (const useCase of [commitImport, discardImport, undoImport])
      expect(await does(actor, useCase, { importId: id })).toMatchObject({ failure: { code: "forbidden" } });
    expect(await sql("select 1 from account where name = 'May AG'")).toEqual([]);
  });

  test("a program owner imports customers, in their own name, and no people", async () => {
    const id = await readImport("customers", [file], owner);
    await checked(id, {}, owner);
    done(await commit(id, owner));
    const events = await sql(
      "select type, actor_id, historic, data from event where actor_name = $1 order by sequence",
      [owner.name],
    );
    expect(events).toMatchObject([
      { type: "account.imported", actor_id: owner.personId, historic: true },
      { type: "import.committed", actor_id: owner.personId, data: { preset: "customers", inserted: 1, updated: 0 } },
    ]);
    expect(await does(owner, readFile([file]), read("people"))).toMatchObject({ failure: { code: "forbidden" } });
    expect(await does(owner, readFile([file]), read("crm-sales-opportunities"))).toMatchObject({
      failure: { code: "forbidden" },
    });
  });

  test("only those of the vendor who read internals see what was read", async () => {
    const seen = (actor: typeof owner) => withActor(actor, (tx) => tx.importRow.count());
    expect(await seen(owner)).toBeGreaterThan(0);
    expect(await seen(world.executive)).toBe(0);
    for (const actor of [manager, alphaAdmin]) await expect(seen(actor)).rejects.toThrow(/permission denied/);
  });
});

describe("a file that cannot be read", () => {
  test("a workbook and a picture are told from text", async () => {
    const bytes = {
      "book.csv": "PK\u0003\u0004",
      "picture.csv": "\u0089PNG\u0000\u0000",
      "old.csv": "\u00d0\u00cf\u0011\u00e0",
    };
    for (const [name, text] of Object.entries(bytes)) {
      const file = fileWith(name, []);
      writeFileSync(file.path, Buffer.from(text, "latin1"));
      const result = await does(administrator, readFile([file]), { importId: newId(), preset: "customers", name });
      const reason = name === "picture.csv" ? "notText" : "workbook";
      expect(result, name).toMatchObject({ failure: { reason: `imports.errors.${reason}`, params: { file: name } } });
    }
  });

  test.each([
    ["an unclosed quote", [head, '"Open,Germany,,,', "x,Germany,,,"], "quoteNeverCloses"],
    ["no rows", [head], "empty"],
    ["nothing at all", [], "empty"],
  ])("%s is refused with its reason", async (_, lines, reason) => {
    const result = await does(
      administrator,
      readFile([fileWith("bad.csv", lines)]),
      { importId: newId(), preset: "customers", name: "bad" },
      noon,
    );
    expect(result).toMatchObject({ failure: { code: "refused", reason: `imports.errors.${reason}` } });
    expect(await sql("select 1 from import where name = 'bad'")).toEqual([]);
  });

  test("a folder without one of its files is refused, and a preset nobody knows", async () => {
    const read = (preset: string) =>
      does(administrator, readFile([fileWith("accounts.csv", [head])]), { importId: newId(), preset, name: "x" });
    expect(await read("crm-sales-opportunities")).toMatchObject({
      failure: { reason: "imports.errors.fileMissing", params: { file: "sales_teams.csv" } },
    });
    expect(await read("horoscopes")).toMatchObject({ failure: { code: "invalid" } });
  });
});
