import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readArguments } from "../../scripts/lib/import-arguments";
import { runImport } from "../../scripts/lib/import-run";
import { seedWorld, sql } from "../support/world";

const folder = mkdtempSync(path.join(tmpdir(), "entente-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  await seedWorld();
});

function file(name: string, ...lines: string[]): string {
  const place = path.join(folder, name);
  writeFileSync(place, `${lines.join("\n")}\n`);
  return place;
}

/** Runs the command line and returns what it ends with and what it says. */
async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const said: string[] = [];
  const listen = (text: string) => void said.push(text);
  const spies = [
    vi.spyOn(console, "log").mockImplementation(listen),
    vi.spyOn(console, "error").mockImplementation(listen),
  ];
  const code = await runImport(readArguments(args));
  for (const spy of spies) spy.mockRestore();
  return { code, text: said.join("\n") };
}

const customers = () => sql<{ name: string }>("select name from account where name like 'Cli %' order by 1");
const left = () => sql("select 1 from import where status in ('read', 'checked')");
const head = "name,country,since";
const place = () => file("customers.csv", head, "Cli One,Germny,x", "Cli Two,Atlantis,=1+1", "Cli Three,Austria,x");

test("open questions end with 2, say which option answers them, and leave nothing behind", async () => {
  const { code, text } = await run(place(), "--preset", "customers");
  expect(code).toBe(2);
  expect(text).toContain('--answer "value:country:germny=DE"');
  expect(text).toContain('--answer "value:country:atlantis=KEY"');
  expect(text).toContain("--accept-proposals");
  expect(text).toContain("Columns not used in customers.csv: since");
  expect([await customers(), await left()]).toEqual([[], []]);
});

test("a dry run that would work ends with 0 and writes nothing", async () => {
  const answers = ["--accept-proposals", "--answer", "value:country:atlantis=PT"];
  const { code, text } = await run(place(), "--preset", "customers", ...answers, "--dry-run");
  expect(code).toBe(0);
  expect(text).toContain("3 new");
  expect(text).toContain("this was a dry run");
  expect([await customers(), await left()]).toEqual([[], []]);
});

test("wrong rows end with 1 and are written to the error file; the good ones go in when that is enough", async () => {
  const wrong = file("wrong.csv", head, "Cli One,Germany,x", ",Germany,=1+1", "Cli Two,Germany");
  const errors = path.join(folder, "errors.csv");
  const refused = await run(wrong, "--preset", "customers", "--errors", errors);
  expect(refused.code).toBe(1);
  expect(refused.text).toContain("wrong.csv line 3, name: this is empty and has to be filled in");
  expect(readFileSync(errors, "utf8").trim().split("\n")).toEqual([
    "Line,Reasons,name,country,since",
    "3,name: this is empty and has to be filled in,,Germany,'=1+1",
    "4,2 cells where the header has 3 (Cli Two Germany),Cli Two,Germany",
  ]);
  expect(await customers()).toEqual([]);
  const { code, text } = await run(wrong, "--preset", "customers", "--good-rows-only");
  expect(code).toBe(0);
  expect(text).toContain("1 new record");
  expect(await customers()).toEqual([{ name: "Cli One" }]);
  const id = /--undo (\S+)/.exec(text)?.[1] ?? "";
  expect(await run("--undo", id)).toMatchObject({ code: 0, text: expect.stringContaining("1 record removed") });
  expect(await customers()).toEqual([]);
  expect(await run("--undo", id)).toMatchObject({ code: 1, text: expect.stringContaining("taken back") });
});

test("for machines everything is one JSON value", async () => {
  const open = await run(place(), "--preset", "customers", "--json");
  expect(open.code).toBe(2);
  expect(JSON.parse(open.text)).toMatchObject({
    status: "openQuestions",
    report: { questions: [{ kind: "value" }, { kind: "value" }] },
  });
  const file2 = file("fine.csv", "name,country", "Cli Json,Germany");
  const done = await run(file2, "--preset", "customers", "--json");
  expect(JSON.parse(done.text)).toMatchObject({ status: "committed", inserted: 1, updated: 0, wrongRows: [] });
  const failed = await run(file("none.csv", "name,country"), "--preset", "customers", "--json");
  expect(failed.code).toBe(1);
  expect(JSON.parse(failed.text)).toMatchObject({ status: "failed", failure: { reason: "imports.errors.empty" } });
});

test("dates that could be either way are settled by one option", async () => {
  const deals = file(
    "deals.csv",
    "reference,partner,owner email,customer,amount,currency,stage,created,closed",
    "C-1,alpha.example,sam.alpha@test.example,Acme,5,EUR,Won,01/02/2026,03/04/2026",
  );
  const open = await run(deals, "--preset", "deals");
  expect(open.code).toBe(2);
  expect(open.text).toContain("--date-format DD/MM/YYYY or --date-format MM/DD/YYYY");
  expect((await run(deals, "--preset", "deals", "--date-format", "DD/MM/YYYY")).code).toBe(0);
  expect(await sql("select won_on::text from deal where won_on is not null")).toEqual([{ won_on: "2026-04-03" }]);
});

test("a preset nobody knows is named with those there are", async () => {
  await expect(run(place(), "--preset", "horoscopes")).rejects.toThrow(/crm-sales-opportunities/);
});
