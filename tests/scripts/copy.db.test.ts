import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyIn, copyOut } from "../../scripts/lib/copy";
import { testDatabaseUrl } from "../support/database";

const client = new pg.Client({ connectionString: testDatabaseUrl() });
const rows = 60_000;
const count = async (table: string) => (await client.query(`select count(*)::int as n from ${table}`)).rows[0]?.n;

beforeAll(async () => {
  await client.connect();
  await client.query(
    `create temporary table from_here as select i, repeat(md5(i::text), 8) as words from generate_series(1, ${rows}) i`,
  );
  await client.query("create temporary table to_there (like from_here)");
});

afterAll(() => client.end());

async function* slowly(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    if (chunk.length > 0) await wait(1);
    yield chunk;
  }
}

test("rows go out and in again, however slow either side is, and the connection goes on", async () => {
  const chunks: Buffer[] = [];
  for await (const chunk of slowly(copyOut(client, "copy from_here to stdout"))) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString().split("\n")).toHaveLength(rows + 1);
  await copyIn(client, "copy to_there from stdin", slowly(chunksOf(chunks)));
  expect(await count("to_there")).toBe(rows);
  expect((await client.query("select from from_here except select from to_there")).rowCount).toBe(0);
});

async function* chunksOf(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

test("the connection goes on wherever in the rows the reader fell behind", async () => {
  for (let length = 1050; length <= 1200; length += 6) {
    const batches = copyOut(client, `copy (select repeat('x', 1000) from generate_series(1, ${length})) to stdout`);
    const first = batches.next();
    await wait(20);
    let bytes = (await first).value?.length ?? 0;
    for await (const batch of batches) bytes += batch.length;
    expect(bytes).toBe(length * 1001);
    expect(await count("from_here")).toBe(rows);
  }
});

test("what the server refuses is thrown, and the connection goes on", async () => {
  await expect(copyIn(client, "copy to_there from stdin", chunksOf([Buffer.from("no number\tx\n")]))).rejects.toThrow(
    "invalid input syntax",
  );
  await expect(copyOut(client, "copy nowhere to stdout").next()).rejects.toThrow("does not exist");
  expect(await count("from_here")).toBe(rows);
});

test("a source that fails ends the copy, and nothing of it stays", async () => {
  await client.query("truncate to_there");
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from("1\tx\n");
    throw new Error("the file ends here");
  }
  await expect(copyIn(client, "copy to_there from stdin", broken())).rejects.toThrow("the file ends here");
  expect(await count("to_there")).toBe(0);
});
