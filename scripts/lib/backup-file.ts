import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";

const format = "entente-backup";
const formatVersion = 1;

const header = z.object({
  format: z.literal(format, "this is no backup of Entente"),
  formatVersion: z.literal(formatVersion, "a newer version of Entente made this backup"),
  madeAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});
const sequence = z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() });
const record = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("table"), name: z.string(), columns: z.array(z.string()) }),
  z.object({ kind: z.literal("data"), bytes: z.number() }),
  z.object({ kind: z.literal("end"), rows: z.string(), digest: z.string() }),
  z.object({ kind: z.literal("sequences"), sequences: z.array(sequence) }),
  z.object({ kind: z.literal("checksum"), sha256: z.string() }),
]);

/** What a backup says about itself: when it was made and which migrations its data have been through. */
export type BackupHeader = z.infer<typeof header>;
export type BackupSequence = z.infer<typeof sequence>;
type BackupRecord = z.infer<typeof record>;

/** Where a backup is written to, record by record. It takes its place when it is whole. */
export type BackupWriter = {
  write(entry: Exclude<BackupRecord, { kind: "data" | "checksum" }>): Promise<void>;
  data(chunk: Buffer): Promise<void>;
  /** Ends the file and returns its checksum. */
  finish(): Promise<string>;
  abandon(): Promise<void>;
};

/** Begins a backup: lines of JSON, some followed by as many bytes as they say, with a checksum over everything at the end. */
export async function writeBackup(
  file: string,
  about: Omit<BackupHeader, "format" | "formatVersion">,
): Promise<BackupWriter> {
  const beside = `${file}.unfinished`;
  const hash = createHash("sha256");
  const gzip = createGzip({ level: 4 });
  const written = pipeline(gzip, createWriteStream(beside, { mode: 0o600 }));
  // Whoever waits next for the file hears of it.
  written.catch(() => {});
  const put = async (bytes: Buffer) => {
    hash.update(bytes);
    if (!gzip.write(bytes)) await Promise.race([once(gzip, "drain"), written]);
  };
  const line = (value: unknown) => put(Buffer.from(`${JSON.stringify(value)}\n`));
  await line({ format, formatVersion, ...about });
  return {
    write: line,
    async data(chunk) {
      await line({ kind: "data", bytes: chunk.length });
      await put(chunk);
    },
    async finish() {
      const sha256 = hash.copy().digest("hex");
      await line({ kind: "checksum", sha256 });
      gzip.end();
      await written;
      const handle = await open(beside);
      await handle.sync();
      await handle.close();
      await rename(beside, file);
      return sha256;
    },
    async abandon() {
      gzip.destroy();
      await written.catch(() => {});
      await rm(beside, { force: true });
    },
  };
}

/** Reads lines and counted bytes from a stream, and keeps a checksum over all that was read. */
class Bytes {
  private rest: Buffer = Buffer.alloc(0);
  private readonly hash = createHash("sha256");
  constructor(private readonly source: AsyncIterator<Buffer>) {}

  private async more(): Promise<boolean> {
    const { value, done } = await this.source.next();
    if (done) return false;
    this.rest = this.rest.length === 0 ? value : Buffer.concat([this.rest, value]);
    return true;
  }
  private take(length: number): Buffer {
    const taken = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    return taken;
  }
  /** The next line, and the checksum of everything before it. */
  async line(): Promise<{ text: string; before: string } | null> {
    let end = this.rest.indexOf("\n");
    while (end < 0) {
      const seen = this.rest.length;
      if (!(await this.more())) return null;
      end = this.rest.indexOf("\n", seen);
    }
    const before = this.hash.copy().digest("hex");
    const taken = this.take(end + 1);
    this.hash.update(taken);
    return { text: taken.toString(), before };
  }
  async counted(length: number): Promise<Buffer | null> {
    while (this.rest.length < length) if (!(await this.more())) return null;
    const taken = this.take(length);
    this.hash.update(taken);
    return taken;
  }
}

/** A table of a backup with its rows, which have to be read before the next is asked for. */
export type BackupTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<Buffer>;
  /** Number of rows and digest as they were in the database; known once the rows were read. */
  readonly end: () => { readonly rows: string; readonly digest: string };
};

export type BackupReader = {
  readonly header: BackupHeader;
  readonly tables: AsyncIterable<BackupTable>;
  /** Known once all tables were read. */
  readonly sequences: () => readonly BackupSequence[];
};

const damaged = (file: string, why: string) => new Error(`${file} is no whole backup: ${why}. Nothing was restored.`);

/** Opens a backup. Reading it to its end checks the checksum; anything wrong with it is thrown. */
export async function readBackup(file: string): Promise<BackupReader> {
  const gunzip = createGunzip();
  createReadStream(file)
    .on("error", (error) => gunzip.destroy(error))
    .pipe(gunzip);
  const bytes = new Bytes(gunzip[Symbol.asyncIterator]());
  const wrong = (error: unknown) => damaged(file, error instanceof Error ? error.message : String(error));
  const first = await bytes.line().catch((error: unknown) => Promise.reject(wrong(error)));
  const parsed = header.safeParse(asJson(first?.text));
  if (!parsed.success) throw damaged(file, parsed.error.issues[0]?.message ?? "its beginning is missing");
  let sequences: readonly BackupSequence[] = [];

  async function next(): Promise<BackupRecord> {
    const line = await bytes.line();
    const entry = record.safeParse(asJson(line?.text));
    if (!line || !entry.success) throw new Error(line ? "it says something unknown" : "it ends too early");
    if (entry.data.kind === "checksum" && entry.data.sha256 !== line.before) throw new Error("its checksum is wrong");
    return entry.data;
  }

  async function* tables(): AsyncGenerator<BackupTable> {
    try {
      for (;;) {
        const entry = await next();
        if (entry.kind === "checksum") {
          if (await bytes.line()) throw new Error("it goes on after its end");
          return;
        }
        if (entry.kind === "sequences") sequences = entry.sequences;
        if (entry.kind === "table") yield* tableOf(entry);
      }
    } catch (error) {
      throw wrong(error);
    }
  }

  async function* tableOf({ name, columns }: { name: string; columns: string[] }): AsyncGenerator<BackupTable> {
    let end: { rows: string; digest: string } | null = null;
    async function* rows(): AsyncGenerator<Buffer> {
      for (let entry = await next(); ; entry = await next()) {
        if (entry.kind === "end") {
          end = entry;
          return;
        }
        const chunk = entry.kind === "data" ? await bytes.counted(entry.bytes) : null;
        if (!chunk) throw new Error("a table ends too early");
        yield chunk;
      }
    }
    yield {
      name,
      columns,
      rows: rows(),
      end: () => {
        if (!end) throw new Error(`the rows of ${name} were not read`);
        return end;
      },
    };
  }
  return { header: parsed.data, tables: tables(), sequences: () => sequences };
}

function asJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a backup from beginning to end without doing anything with it; throws where it is damaged. */
export async function checkBackup(file: string): Promise<BackupHeader> {
  const { header: about, tables } = await readBackup(file);
  for await (const table of tables) for await (const _chunk of table.rows);
  return about;
}
