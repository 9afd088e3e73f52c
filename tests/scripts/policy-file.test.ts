import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { lint } from "@/kernel/policy-lint";
import { lineAndColumn, pathTo, readJson } from "../../scripts/lib/json-positions";
import { FileFault, loadFacts, loadPolicy } from "../../scripts/lib/policy-file";

const folder = mkdtempSync(path.join(tmpdir(), "entente-policy-"));
afterAll(() => rmSync(folder, { recursive: true }));

const classic = readFileSync("samples/programs/classic-90-days.json", "utf8");
function file(text: string, name = "program.json"): string {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
}
function fault(text: string): string {
  try {
    loadPolicy(file(text));
  } catch (error) {
    if (error instanceof FileFault) return error.message.replaceAll(`${folder}/`, "");
    throw error;
  }
  throw new Error("the file was read");
}

test("JSON is read as the platform reads it, and every value has its place", () => {
  const text = '{\n  "a": [1, { "id": "x.y", "b": -2.5e3 }],\n  "c": "\\u00e9\\n", "d": null, "e": true\n}';
  const { value, at } = readJson(text);
  expect(value).toEqual(JSON.parse(text));
  expect(lineAndColumn(text, at(pathTo(value, "a.x.y.b")))).toEqual({ line: 2, column: 32 });
  expect(readJson(classic).value).toEqual(JSON.parse(classic));
});

describe("a file that cannot be used says where and why", () => {
  test.each([
    ["{", "program.json:1:2 a value is missing here"],
    ['{ "a": 1 "b": 2 }', "program.json:1:10 , is missing here"],
    ['{ "a": 1,\n  "a": 2 }', "program.json:2:6 a stands twice"],
    ['{ "a": tru }', "program.json:1:8 tru cannot be read"],
    ["{} x", "program.json:1:4 nothing is expected after the end"],
  ])("%s", (text, message) => expect(fault(text)).toBe(message));

  test.each([
    ['"hit": "first"', '"hit": "furst"', "policy.tables.benefit.basis_points.hit"],
    ['"is": "eq"', '"is": "equals"', "policy.rules.0.pass.is"],
    ['"otherwise": "reject"', '"otherwise": "refuse"', "policy.rules.0.otherwise"],
    ['"format": 1', '"format": 7', "format"],
  ])("%s written as %s", (right, wrong, where) => {
    const text = classic.replace(right, wrong);
    const { line } = lineAndColumn(text, text.indexOf(wrong));
    expect(fault(text)).toMatch(new RegExp(`^program.json:${line}:\\d+ ${where.replaceAll(".", "\\.")}: `));
  });
});

test("a finding of lint has its place in the file", () => {
  const wrong = classic.replace('"fact": "deal.days_to_close"', '"fact": "deal.weeks_to_close"');
  const policy = loadPolicy(file(wrong));
  const [finding] = lint(policy.body, policy.declarations);
  const { line } = lineAndColumn(wrong, wrong.indexOf("deal.weeks_to_close"));
  expect(finding?.kind).toBe("unknown_fact");
  expect([line - 1, line]).toContain(
    Number(
      policy
        .place(finding?.where ?? "")
        .split(":")
        .at(-2),
    ),
  );
});

test("facts are refused where they are not declared or not written as their type is; what is left out is unknown", () => {
  const policy = loadPolicy("samples/programs/hubspot-tiers-2016.json");
  const facts = (text: string) => loadFacts(file(text, "facts.json"), policy);
  expect(() => facts('{ "partner.certified": "yes" }')).toThrow(
    /facts\.json:1:24 partner.certified is not written as boolean/,
  );
  expect(() => facts('[{ "weather": 1 }]')).toThrow(/weather is not a fact/);
  expect(() => facts('{ "partner.certified": null }')).toThrow(/partner.certified/);
  expect(facts('{ "partner.certified": true }')).toEqual([
    {
      "partner.certified": true,
      "partner.sold_mrr": null,
      "partner.managed_mrr": null,
      "partner.median_app_usage": null,
    },
  ]);
});

describe("npm run policy", () => {
  const run = (...options: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["node_modules/tsx/dist/cli.mjs", "scripts/policy-cli.ts", ...options],
      {
        encoding: "utf8",
      },
    );
    return { status, stdout, stderr };
  };
  const tiers = "samples/programs/hubspot-tiers-2016.json";
  const gold = "samples/programs/facts/hubspot-gold.json";

  test("evaluates and explains a case, for people and for programs", () => {
    expect(run("evaluate", tiers, gold).stdout).toContain('tier = "gold"');
    const { stdout, status } = run("explain", tiers, gold, "--json", "--lang=de");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      outputs: { tier: "gold" },
      sentences: expect.arrayContaining(["Partnerzertifikat: ja; gefunden: ja"]),
    });
  });

  test("ends with 1 for faults and differences, with 2 for what it cannot use", () => {
    const bad = file(classic.replace('"value": "active"', '"value": 7'), "bad.json");
    const faults = run("lint", bad, "--json");
    expect(faults.status).toBe(1);
    expect(JSON.parse(faults.stdout)).toMatchObject({
      ok: false,
      findings: [{ kind: "type_mismatch", at: expect.stringContaining("bad.json:") }],
    });
    expect(run("diff", tiers, tiers)).toMatchObject({ status: 0 });
    expect(run("diff", "samples/programs/classic-90-days.json", bad).status).toBe(1);
    expect(run("lint", "nowhere.json")).toMatchObject({ status: 2, stderr: "nowhere.json: there is no such file\n" });
    expect(run("lint")).toMatchObject({ status: 2, stderr: expect.stringContaining("npm run policy -- lint FILE") });
  });
});
