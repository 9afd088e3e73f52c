import { beforeAll, describe, expect, test } from "vitest";
import { addDays, startOfDay } from "@/kernel/dates";
import { daysKept } from "@/modules/imports/domain/keeping";
import { choicesFor } from "@/modules/imports/queries/choices";
import { outcomeRows, type RowFilter } from "@/modules/imports/queries/import-rows";
import { keptAfterUndo } from "@/modules/imports/queries/kept-records";
import { countImports, listImports } from "@/modules/imports/queries/list-imports";
import { importProgress } from "@/modules/imports/queries/progress";
import { recordImport } from "@/modules/imports/queries/record-import";
import { forgetOldRows } from "@/modules/imports/schedule";
import { type Tx, withActor } from "@/server/db";
import { done } from "../../support/deals";
import { checked, commit, fileWith, imported, readImport, undone } from "../../support/imports";
import { seedWorld, sql, today, world } from "../../support/world";

const { administrator } = world;
const seen = <T>(look: (tx: Tx) => Promise<T>) => withActor(administrator, look);
const head = "name,country,website";

beforeAll(async () => {
  await seedWorld();
});

describe("the screens of an import", () => {
  const lines = [head, "Seen One,Germany,seen-one.de", "Seen Two,Germny,", ",Austria,", "Seen Four,Austria,no site"];
  let id: string;
  const rows = async (filter: Partial<RowFilter>) =>
    (await seen((tx) => outcomeRows(tx, id, { part: "customers", outcome: "error", ...filter }))).rows;

  beforeAll(async () => {
    id = await readImport("customers", [fileWith("seen.csv", lines)], administrator);
  });

  test("before its check nobody knows which rows are good", async () => {
    const { rows: listed } = await seen((tx) => listImports(tx));
    expect(listed.find((row) => row.id === id)).toMatchObject({
      by: administrator.name,
      status: "read",
      rows: 4,
      bad: null,
      hasQuestions: true,
    });
    expect(await seen((tx) => recordImport(tx, id))).toMatchObject({
      report: null,
      parts: [{ columns: [{ header: "name", samples: ["Seen One", "Seen Two", "Seen Four"] }, {}, {}] }],
    });
  });

  test("what a text nobody knows may mean is asked with the whole list behind it", async () => {
    const { report } = await checked(id, {}, administrator);
    const choices = await seen((tx) => choicesFor(tx, id, "customers", report.questions));
    expect(Object.keys(choices)).toEqual(["customers/country"]);
    expect(choices["customers/country"]).toContainEqual({ key: "DE", label: "Germany" });
  });

  test("rows are found by what becomes of them, and wrong ones by reason", async () => {
    await checked(id, { answers: { "value:country:germny": "DE" } }, administrator);
    expect(await rows({ outcome: "insert" })).toMatchObject([
      { line: 2, label: "Seen One" },
      { line: 3, label: "Seen Two" },
    ]);
    expect(await rows({})).toMatchObject([
      { line: 4, label: "Austria", problems: [{ column: "name", reason: "missing" }] },
      { line: 5, label: "Seen Four", problems: [{ column: "website", reason: "notAWebsite", value: "no site" }] },
    ]);
    expect(await rows({ reason: "missing" })).toMatchObject([{ line: 4 }]);
    expect(await rows({ after: 4 })).toMatchObject([{ line: 5 }]);
    expect(await rows({ outcome: "warning" })).toEqual([]);
    expect(await seen((tx) => recordImport(tx, id))).toMatchObject({ status: "checked", rows: 4, bad: 2 });
  });

  test("good rows alone are committed where that is said at the last moment", async () => {
    expect((await commit(id, administrator)).ok).toBe(false);
    done(await commit(id, administrator, undefined, { goodRowsOnly: true }));
    expect(await seen((tx) => recordImport(tx, id))).toMatchObject({ status: "committed", goodRowsOnly: true });
  });

  test("what an undo leaves is listed by its name", async () => {
    await sql("update account set tax_id = 'DE77' where name = 'Seen One'");
    await undone(id);
    expect(await seen((tx) => keptAfterUndo(tx, id))).toMatchObject([
      { target: "account", label: "Seen One", why: "changed" },
    ]);
  });

  test("progress that is no news is nobody's work", async () => {
    const progress = (moment: Date) => seen((tx) => importProgress(tx, id, moment));
    expect(await progress(new Date())).toMatchObject({ total: expect.any(Number) });
    expect(await progress(new Date(Date.now() + 60_000))).toEqual({ step: null, done: 0, total: 0 });
    expect(await seen((tx) => importProgress(tx, "nonsense", new Date()))).toMatchObject({ step: null });
  });
});

describe("what was read for imports", () => {
  const later = (days: number) => startOfDay(addDays(today, days), "Europe/Berlin");

  test("goes after its time, and what was imported stays and can still be taken back", async () => {
    const old = await imported("customers", [head, "Old One,Germany,old-one.de"]);
    const left = await readImport("customers", [fileWith("left.csv", [head, "Left One,Germany,"])]);
    const before = await seen(countImports);

    expect(await forgetOldRows()(later(daysKept))).toBe(0);
    expect(await seen((tx) => recordImport(tx, old))).toMatchObject({ hasRows: true });

    expect(await forgetOldRows()(later(daysKept + 2))).toBeGreaterThanOrEqual(2);
    expect(await sql("select 1 from import_row where import_id = $1", [old])).toEqual([]);
    expect(await seen((tx) => recordImport(tx, old))).toMatchObject({ hasRows: false, status: "committed" });
    expect(await seen((tx) => recordImport(tx, left))).toBeNull();
    expect(await seen(countImports)).toBeLessThan(before);
    expect(await sql("select name from account where name = 'Old One'")).toEqual([{ name: "Old One" }]);
    expect(await undone(old)).toMatchObject({ removed: 1, kept: [] });
  });
});
