import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { problemReasons } from "@/modules/imports/domain/preset";
import type { ImportReport } from "@/modules/imports/domain/report";
import { readArguments } from "../../scripts/lib/import-arguments";
import { problemWords, questionLines } from "../../scripts/lib/import-words";

describe("the arguments of an import", () => {
  test("a file and a preset are enough; everything else is the careful choice", () => {
    expect(readArguments(["deals.csv", "--preset", "deals"])).toEqual({
      kind: "import",
      place: "deals.csv",
      preset: "deals",
      dryRun: false,
      json: false,
      goodRowsOnly: false,
      onDuplicate: "skip",
      acceptProposals: false,
      answers: {},
      errors: null,
    });
  });

  test("every option is read", () => {
    const args = [
      "f",
      "--preset=p",
      "--dry-run",
      "--json",
      "--good-rows-only",
      "--on-duplicate",
      "update",
      "--date-format",
      "DD.MM.YYYY",
    ];
    const more = [
      "--accept-proposals",
      "--errors",
      "e.csv",
      "--answer",
      "value:a:b=c=d",
      "--answer",
      "column:x=",
      "--encoding",
      "utf-8",
    ];
    expect(readArguments([...args, ...more, "--delimiter", "\\t", "--header-line", "3"])).toMatchObject({
      dryRun: true,
      json: true,
      goodRowsOnly: true,
      onDuplicate: "update",
      acceptProposals: true,
      answers: { "date:*": "DD.MM.YYYY", "value:a:b": "c=d", "column:x": "" },
      errors: "e.csv",
      encoding: "utf-8",
      delimiter: "\t",
      headerLine: 3,
    });
  });

  test("an undo needs nothing but its import", () => {
    expect(readArguments(["--undo", "id", "--json"])).toEqual({ kind: "undo", importId: "id", json: true });
  });

  test.each([
    [["--preset", "deals"]],
    [["a", "b", "--preset", "deals"]],
    [["a"]],
    [["a", "--preset", "deals", "--on-duplicate", "replace"]],
    [["a", "--preset", "deals", "--answer", "nothing"]],
    [["a", "--preset", "deals", "--header-line", "first"]],
    [["a", "--preset", "deals", "--unheard-of"]],
  ])("%j is refused", (args) => expect(() => readArguments(args)).toThrow());
});

test("each open question says which option answers it", () => {
  const witness = { line: 3, value: "01/02/2017" };
  const part = "deals";
  const about = { part, column: 1, witness };
  const report = {
    questions: [
      { kind: "date", id: "date:closed:n/n/nnnn", field: "closed", choices: ["DD/MM/YYYY", "D MMM YYYY"], ...about },
      { kind: "decimal", id: "decimal:amount", field: "amount", choices: [".", ","], ...about },
      { kind: "column", id: "column:stage", field: "stage", columns: [], part },
      { kind: "currency", id: "currency:amount", field: "amount", part },
      {
        kind: "value",
        id: "value:country:korea",
        field: "country",
        text: "Korea",
        rows: 2,
        line: 9,
        proposals: [
          { key: "KP", label: "North Korea" },
          { key: "KR", label: "South Korea" },
        ],
        part,
      },
      {
        kind: "value",
        id: "value:country:atlantis",
        field: "country",
        text: "Atlantis",
        rows: 1,
        line: 9,
        proposals: [],
        part,
      },
    ],
    moreQuestions: 0,
    parts: [{ part, headers: ["Deal", "Closed"] }],
    rules: null,
    // The words need no more of a report.
  } as unknown as ImportReport;
  const text = questionLines(report).join("\n");
  for (const option of [
    '--date-format DD/MM/YYYY or --date-format "D MMM YYYY"',
    '--answer "decimal:amount=." or --answer "decimal:amount=,"',
    '--answer "column:stage=HEADER"',
    '--answer "currency:amount=CODE"',
    '--answer "value:country:korea=KP" or --answer "value:country:korea=KR"',
    '--answer "value:country:atlantis=KEY"',
  ])
    expect(text).toContain(option);
  expect(text).toContain("“Closed”");
});

/** The reasons that presets and their statements give, as they stand in their sources. */
function reasonsInSources(): string[] {
  const folders = ["people", "partners", "accounts", "deals", "imports"].map((name) => `src/modules/${name}/presets`);
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)));
  const texts = [...files, "src/modules/imports/repository/resolve.ts"].map((file) => readFileSync(file, "utf8"));
  const found = texts.flatMap((text) => [
    ...text.matchAll(/reason: (?:row\.\w+ \? )?"(\w+)"(?: : "(\w+)")?/g),
    ...text.matchAll(/select r\.id, '\w+', '(\w+)'/g),
  ]);
  return found.flatMap(([, ...reasons]) => reasons.filter((reason) => reason !== undefined));
}

test("every reason there can be has its words", () => {
  const reasons = [...problemReasons, ...reasonsInSources(), "movedOn", "repeated"];
  expect(reasons).toEqual(
    expect.arrayContaining(["noRate", "ofAnotherPartner", "roleNeedsPartner", "closedDifferently"]),
  );
  const about = { severity: "error", field: null, column: null, value: "" } as const;
  const params = { most: 200, expected: 3, found: 2, line: 7 };
  for (const reason of reasons) expect(problemWords({ ...about, reason, params })).not.toMatch(/^reason\./);
  expect(problemWords({ ...about, reason: "tooLong", params })).toBe("longer than 200 characters");
});
