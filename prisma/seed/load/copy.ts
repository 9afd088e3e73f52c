import { once } from "node:events";
import pg from "pg";

/** A value of a column; objects and arrays are written as JSON. */
export type Value = string | number | bigint | boolean | Date | object | null | undefined;

const spelled: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const spellOut = (text: string) =>
  /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (mark) => spelled[mark] ?? mark) : text;

function written(value: Value): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return spellOut(value);
  if (typeof value !== "object") return String(value);
  return value instanceof Date ? value.toISOString() : spellOut(JSON.stringify(value));
}

/** Lines on their way into a table by COPY, over a connection of their own. */
export type Sink = {
  readonly line: (values: readonly Value[]) => void;
  /** Resolves when the server keeps up again; throws what it refused. */
  readonly settle: () => Promise<void>;
  /** Sends the rest and resolves when the server has all of it. */
  readonly end: () => Promise<void>;
};

const chunkSize = 256 * 1024;

// The driver has these; its types leave them out.
type CopyConnection = pg.Connection & { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

/** The protocol of COPY … FROM STDIN: the driver calls these as the server answers. */
class CopyIn {
  readonly ready: Promise<CopyConnection>;
  readonly done: Promise<void>;
  #ready: (connection: CopyConnection) => void = () => {};
  #done: () => void = () => {};
  #failed: (error: Error) => void = () => {};

  constructor(private readonly statement: string) {
    this.done = new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#failed = reject;
    });
    this.ready = new Promise((resolve) => {
      this.#ready = resolve;
    });
  }

  submit(connection: pg.Connection): void {
    connection.query(this.statement);
  }

  handleCopyInResponse(connection: pg.Connection): void {
    this.#ready(connection as CopyConnection);
  }

  handleError(error: Error): void {
    this.#failed(error);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#done();
  }
}

/** Opens a table for lines of these columns, as the owner. */
export async function openSink(ownerUrl: string, table: string, columns: readonly string[]): Promise<Sink> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("set role entente_owner");
  const copy = client.query(new CopyIn(`copy ${table} (${columns.join(", ")}) from stdin`));
  const connection = await Promise.race([copy.ready, copy.done.then(() => Promise.reject(new Error("no copy began")))]);
  let chunk = "";
  const flush = () => {
    if (chunk !== "") connection.sendCopyFromChunk(Buffer.from(chunk));
    chunk = "";
  };
  return {
    line(values) {
      let between = "";
      for (const value of values) {
        chunk += between + written(value);
        between = "\t";
      }
      chunk += "\n";
      if (chunk.length > chunkSize) flush();
    },
    async settle() {
      if (connection.stream.writableNeedDrain) await Promise.race([once(connection.stream, "drain"), copy.done]);
    },
    async end() {
      flush();
      connection.endCopyFrom();
      await copy.done;
      await client.end();
    },
  };
}
