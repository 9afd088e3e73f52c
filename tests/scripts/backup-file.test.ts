import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkBackup, readBackup, writeBackup } from "../../scripts/lib/backup-file";

const folder = mkdtempSync(path.join(tmpdir(), "entente-backup-"));
const file = path.join(folder, "a.backup.gz");
const about = {
  madeAt: "2026-11-25T11:00:00.000Z",
  postgres: "18.4",
  migrations: [{ name: "1_first", checksum: "abc" }],
};
const sequences = [{ name: "public.deal_number", value: "12", isCalled: true }];

beforeAll(async () => {
  const writer = await writeBackup(file, about);
  await writer.write({ kind: "table", name: "public.deal", columns: ["id", "name"] });
  await writer.data(Buffer.from("1\tone\n2\ttwo\n"));
  await writer.data(Buffer.from(`3\t${"x".repeat(200_000)}\n`));
  await writer.write({ kind: "end", rows: "3", digest: "77" });
  await writer.write({ kind: "sequences", sequences });
  await writer.finish();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The backup with something done to what is in it. */
function changed(change: (text: string) => string): string {
  const other = path.join(folder, "b.backup.gz");
  writeFileSync(other, gzipSync(change(gunzipSync(readFileSync(file)).toString())));
  return other;
}

test("what was written is read, row by row, with its counts", async () => {
  const { header, tables, sequences: read } = await readBackup(file);
  expect(header).toMatchObject(about);
  for await (const table of tables) {
    const chunks: Buffer[] = [];
    for await (const chunk of table.rows) chunks.push(chunk);
    expect(table).toMatchObject({ name: "public.deal", columns: ["id", "name"] });
    expect(Buffer.concat(chunks).toString().split("\n").slice(0, 2)).toEqual(["1\tone", "2\ttwo"]);
    expect(table.end()).toMatchObject({ rows: "3", digest: "77" });
  }
  expect(read()).toEqual(sequences);
});

test("a whole backup is whole", async () => expect(await checkBackup(file)).toMatchObject(about));

test("a backup that was given up leaves nothing behind", async () => {
  const writer = await writeBackup(path.join(folder, "c.backup.gz"), about);
  await writer.data(Buffer.from("1\n"));
  await writer.abandon();
  expect(readdirSync(folder).filter((name) => name.startsWith("c."))).toEqual([]);
});

test("only this account can read it", async () => {
  const { statSync } = await import("node:fs");
  expect(statSync(file).mode & 0o077).toBe(0);
});

describe("what is no whole backup is refused", () => {
  test("one letter changed", async () =>
    expect(checkBackup(changed((text) => text.replace("one", "on3")))).rejects.toThrow("its checksum is wrong"));
  test("a row left out, with the counts put right", async () =>
    expect(
      checkBackup(changed((text) => text.replace("1\tone\n", "").replace('"bytes":12', '"bytes":6'))),
    ).rejects.toThrow("its checksum is wrong"));
  test.each([0.2, 0.9, 0.999])("cut off at %s of its length", async (part) => {
    const bytes = readFileSync(file);
    const other = path.join(folder, "d.backup.gz");
    writeFileSync(other, bytes.subarray(0, Math.floor(bytes.length * part)));
    await expect(checkBackup(other)).rejects.toThrow("Nothing was restored");
  });
  test("cut off and closed again", async () =>
    expect(checkBackup(changed((text) => text.slice(0, text.indexOf('{"kind":"sequences"'))))).rejects.toThrow(
      "it ends too early",
    ));
  test("something else", async () => {
    const other = path.join(folder, "e.gz");
    writeFileSync(other, gzipSync('{"a": 1}\n'));
    await expect(checkBackup(other)).rejects.toThrow("this is no backup of Entente");
    writeFileSync(other, "plain text");
    await expect(checkBackup(other)).rejects.toThrow("incorrect header check");
    await expect(checkBackup(path.join(folder, "nowhere"))).rejects.toThrow("no such file");
  });
  test("made by a newer version", async () =>
    expect(checkBackup(changed((text) => text.replace('"formatVersion":1', '"formatVersion":2')))).rejects.toThrow(
      "a newer version of Entente",
    ));
});
