import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import iconv from "iconv-lite";
import { afterAll, describe, expect, test } from "vitest";
import { watchColumns } from "@/modules/imports/domain/column-profile";
import { findDialect } from "@/modules/imports/domain/dialect";
import { knownHeader, repeatedHeaders } from "@/modules/imports/domain/mapping";
import { planRows } from "@/modules/imports/domain/plan";
import type { Preset } from "@/modules/imports/domain/preset";
import { readRow } from "@/modules/imports/domain/row";
import { eachBatch, type FileRow } from "@/modules/imports/use-cases/file-rows";
import { probeFile } from "@/modules/imports/use-cases/probe-file";

const folder = mkdtempSync(path.join(tmpdir(), "entente-imports-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(content: string | Uint8Array): string {
  files += 1;
  const name = path.join(folder, `${files}.csv`);
  writeFileSync(name, content);
  return name;
}

const preset: Preset = {
  id: "test",
  identity: ({ name }) => [`name:${name}`],
  fields: [
    { key: "name", kind: "text", words: [], required: true },
    { key: "city", kind: "text", words: [] },
    { key: "amount", kind: "money", words: [], currency: { fixed: "EUR" } },
  ],
};

/** Everything that is known of a file before it is kept: how it is written, its rows, and what is wrong on which line. */
async function read(content: string | Uint8Array) {
  const name = file(content);
  const probe = await probeFile(name);
  const dialect = findDialect(probe.sample, probe.isWhole, knownHeader(preset.fields));
  const rows: FileRow[] = [];
  const watch = watchColumns(dialect.headers);
  const { fault, blank } = await eachBatch(name, probe.encoding.encoding, dialect, async (batch) => {
    for (const row of batch) watch.add(row.cells, row.line);
    rows.push(...batch);
  });
  const plan = planRows(preset, watch.profiles(), {}, {}, {});
  const problems = rows.flatMap(({ line, cells }) =>
    readRow(preset, plan, cells).problems.map(({ reason }) => `${line} ${reason}`),
  );
  return { probe, dialect, rows, fault, blank, problems, plan };
}
const cells = (rows: readonly FileRow[]) => rows.map((row) => row.cells);

const text = "name;city;amount\nMüller & Söhne;Köln;1.234,50\nÖrsted;Århus;12,5\n";
const expected = [
  ["Müller & Söhne", "Köln", "1.234,50"],
  ["Örsted", "Århus", "12,5"],
];

describe("[MIGR-01] a file is read as it was written", () => {
  test.each([
    ["UTF-8", Buffer.from(text), "utf-8", "valid"],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`), "utf-8", "mark"],
    ["UTF-16 with a mark", Buffer.from(`\uFEFF${text}`, "utf16le"), "utf-16le", "mark"],
    ["UTF-16 the other way round", Buffer.from(`\uFEFF${text}`, "utf16le").swap16(), "utf-16be", "mark"],
    ["UTF-16 without a mark", Buffer.from(text, "utf16le"), "utf-16le", "zeros"],
    ["Latin-1", Buffer.from(text, "latin1"), "windows-1252", "likely"],
    ["Windows line ends", Buffer.from(text.replaceAll("\n", "\r\n")), "utf-8", "valid"],
    ["old Macintosh line ends", Buffer.from(text.replaceAll("\n", "\r")), "utf-8", "valid"],
    ["a line above the header", Buffer.from(`Partners\n${text}`), "utf-8", "valid"],
  ])("%s", async (_, content, encoding, by) => {
    const { probe, dialect, rows, problems } = await read(content);
    expect(probe.encoding).toEqual({ encoding, by });
    expect(dialect).toMatchObject({ delimiter: ";", headers: ["name", "city", "amount"] });
    expect(cells(rows)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test("what Windows writes between 0x80 and 0x9F is kept", async () => {
    const content = iconv.encode("name;city;amount\nMüller’s “Größe” – 5 €;Köln;1,5\n", "windows-1252");
    expect((await read(content)).rows[0]?.cells[0]).toBe("Müller’s “Größe” – 5 €");
  });

  test("a letter beyond ASCII far behind the beginning still tells the encoding", async () => {
    const plain = "Acme;Berlin;1,5\n".repeat(30_000);
    const last = "Ясень и партнёры;Санкт-Петербург;1,5\n".repeat(20);
    const { probe, rows } = await read(iconv.encode(`name;city;amount\n${plain}${last}`, "windows-1251"));
    expect(probe).toMatchObject({ isWhole: false, encoding: { encoding: "windows-1251", by: "likely" } });
    expect(rows.at(-1)).toEqual({ line: 30_021, cells: ["Ясень и партнёры", "Санкт-Петербург", "1,5"] });
  });

  test("a person may say the encoding", async () => {
    const name = file(iconv.encode("name\nЯсень\n", "windows-1251"));
    const probe = await probeFile(name, "windows-1251");
    expect(probe).toMatchObject({ sample: "name\nЯсень\n", encoding: { by: "chosen" } });
  });
});

describe("[MIGR-01] what is wrong is named with its line", () => {
  const dirty = [
    "name,city,amount,name",
    "Acme,Berlin,1.5,x",
    '"Two\nlines",Berlin,2.5,x',
    "Short,Berlin",
    "Long,Berlin,3.5,x,y",
    "",
    "=HYPERLINK(1),Berlin,4.5,x",
    `Huge,${"x".repeat(1_000_000)},5.5,x`,
    "Zero,B\u0000rlin,6.5,x",
    ",Berlin,7.5,x",
    "Last,Berlin,much,x",
  ].join("\n");

  test("in a file with everything that goes wrong in files", async () => {
    const { dialect, rows, problems, blank, plan, fault } = await read(dirty);
    expect(repeatedHeaders(dialect.headers)).toEqual([{ header: "name", columns: [0, 3] }]);
    expect(plan.questions).toMatchObject([{ kind: "column", field: "name", columns: [0, 3] }]);
    expect(fault).toBeNull();
    expect(blank).toBe(1);
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 5, 6, 8, 9, 10, 11, 12]);
    expect(problems.filter((problem) => !problem.endsWith("missing"))).toEqual([
      "5 tooFewCells",
      "6 tooManyCells",
      "8 formula",
      "9 tooLong",
      "9 tooLong",
      "10 undecodable",
      "12 notAnAmount",
    ]);
  });

  test.each(["\n", "\r\n", "\r"])(
    "with the line a row begins on, whatever ends lines (%j), also inside quotes",
    async (end) => {
      const { rows } = await read(["name,city,amount", '"a', "b", 'c",x,1.5', "", "d,y,2.5"].join(end));
      expect(rows).toEqual([
        { line: 2, cells: ["a\nb\nc", "x", "1.5"] },
        { line: 6, cells: ["d", "y", "2.5"] },
      ]);
    },
  );

  test("a line break that arrives in two chunks is one", async () => {
    // The file is read in chunks of 64 KB; the break of a row of 16 bytes behind a header of 17 falls on their border.
    const { rows, blank } = await read(`name,city,other\r\n${"Acme,Berl,1.500\r\n".slice(1).repeat(8192)}`);
    expect(blank).toBe(0);
    expect(rows.at(-1)?.line).toBe(8193);
  });

  test("the same after the question was answered", async () => {
    const name = file(dirty);
    const probe = await probeFile(name);
    const dialect = findDialect(probe.sample, probe.isWhole, knownHeader(preset.fields));
    const watch = watchColumns(dialect.headers);
    const plan = () => planRows(preset, watch.profiles(), {}, { "column:name": "#1" }, {});
    const missing: number[] = [];
    await eachBatch(name, probe.encoding.encoding, dialect, async (batch) => {
      for (const { cells, line } of batch) {
        const { problems } = readRow(preset, plan(), cells);
        if (problems.some(({ reason }) => reason === "missing")) missing.push(line);
      }
    });
    expect(missing).toEqual([11]);
  });

  test("bytes that are no letters of a chosen encoding", async () => {
    const name = file(Buffer.from("name\nM\xFCller\n", "latin1"));
    const probe = await probeFile(name, "utf-8");
    expect(probe.sample).toBe("name\nM\uFFFDller\n");
  });

  test("a quote that never closes loses what follows, so the file is not read", async () => {
    const { fault } = await read('name,city,amount\nAcme,Berlin,1.5\n\n"Open,Berlin,2.5\nBeta,Bonn,3.5\n');
    expect(fault).toEqual({ reason: "quoteNeverCloses", line: 4 });
  });

  test("a quote that swallows too much stops the reading before memory does", async () => {
    const { fault } = await read(`name,city,amount\n"Open,${"Berlin\n".repeat(2_000_000)}`);
    expect(fault).toEqual({ reason: "rowTooLong", line: 2 });
  });

  test("a file that cannot be opened is no file without rows", async () => {
    await expect(probeFile(path.join(folder, "none.csv"))).rejects.toThrow(/ENOENT/);
  });
});

const cell = fc.oneof(fc.string(), fc.constantFrom('"', ",", "\n", "\r\n", "\r", 'a"b', " ", "é", "日本", "🙂"));
const table = fc.array(
  fc.array(
    cell.filter((text) => !text.includes("\0")),
    { minLength: 3, maxLength: 3 },
  ),
  {
    minLength: 1,
    maxLength: 20,
  },
);

test("whatever cells hold, rows come back as they were written, in any encoding that can write them", async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom("utf-8", "utf-16le", "utf-16be"), async (truth, encoding) => {
      const body = stringify([["name", "city", "amount"], ...truth], { quoted: true });
      const { rows, blank } = await read(iconv.encode(body, encoding, { addBOM: true }));
      const isBlank = (row: readonly string[]) => row.every((value) => value.trim() === "");
      const withPlainBreaks = truth.map((row) => row.map((value) => value.replace(/\r\n?/g, "\n")));
      expect(cells(rows)).toEqual(withPlainBreaks.filter((row) => !isBlank(row)));
      expect(blank).toBe(truth.filter(isBlank).length);
    }),
    { numRuns: 200 },
  );
});

test("[MIGR-01] memory is bounded by a batch, not by the file", async () => {
  const row = `Acme,Berlin,${"1234.50".padStart(200, " ")}\n`;
  const name = file(`name,city,amount\n${row.repeat(50_000)}`);
  const dialect = findDialect(`name,city,amount\n${row}`, false, knownHeader(preset.fields));
  let largest = 0;
  const { rows } = await eachBatch(name, "utf-8", dialect, async (batch) => {
    largest = Math.max(largest, batch.length);
  });
  expect({ rows, largest }).toEqual({ rows: 50_000, largest: 1000 });
});
