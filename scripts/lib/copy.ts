import { once } from "node:events";
import type { Duplex } from "node:stream";
import type pg from "pg";

/** What a driver's connection does for COPY; its published types leave it out. */
type Wire = {
  readonly stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
};

const batchBytes = 64 * 1024;
const mostWaiting = 16;

/** A COPY statement as the driver runs it: it calls these when the server says something. */
abstract class Copy {
  protected failure: Error | null = null;
  constructor(private readonly text: string) {}
  abstract wake(): void;

  submit(connection: unknown): void {
    // The driver hands over its connection, which does more than its published types say.
    (connection as Wire).query(this.text);
  }
  handleError(error: Error): void {
    this.failure ??= error;
    this.wake();
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.wake();
  }
}

class CopyOut extends Copy {
  private readonly batches: Buffer[] = [];
  private lines: Buffer[] = [];
  private bytes = 0;
  private ended = false;
  private stream: Duplex | null = null;
  private waiting: (() => void) | null = null;

  wake(): void {
    this.waiting?.();
  }
  handleCopyData({ chunk }: { chunk: Buffer }, { stream }: Wire): void {
    // The driver uses its buffer again for what comes next.
    this.lines.push(Buffer.from(chunk));
    this.bytes += chunk.length;
    if (this.bytes < batchBytes) return;
    this.close();
    this.stream = stream;
    if (this.batches.length >= mostWaiting) stream.pause();
    this.wake();
  }
  override handleReadyForQuery(): void {
    // What follows on this connection is not for us to hold up.
    this.stream?.resume();
    if (this.lines.length > 0) this.close();
    this.ended = true;
    this.wake();
  }

  async *read(): AsyncGenerator<Buffer> {
    for (;;) {
      const batch = this.batches.shift();
      if (batch) yield batch;
      else if (this.failure) throw this.failure;
      else if (this.ended) return;
      else {
        this.stream?.resume();
        await new Promise<void>((resolve) => {
          this.waiting = resolve;
        });
      }
    }
  }
  private close(): void {
    this.batches.push(Buffer.concat(this.lines));
    this.lines = [];
    this.bytes = 0;
  }
}

class CopyIn extends Copy {
  private resolve = () => {};
  private readonly done = new Promise<void>((resolve) => {
    this.resolve = resolve;
  });
  constructor(
    text: string,
    private readonly chunks: AsyncIterable<Buffer>,
  ) {
    super(text);
  }
  wake(): void {
    this.resolve();
  }
  handleCopyInResponse(wire: Wire): void {
    void this.send(wire);
  }

  async finish(): Promise<void> {
    await this.done;
    if (this.failure) throw this.failure;
  }
  private async send(wire: Wire): Promise<void> {
    try {
      for await (const chunk of this.chunks) {
        if (this.failure) return;
        wire.sendCopyFromChunk(chunk);
        if (wire.stream.writableNeedDrain) await once(wire.stream, "drain");
      }
      if (!this.failure) wire.endCopyFrom();
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
      wire.sendCopyFail("the source failed");
    }
  }
}

/** Runs `copy … to stdout`: whole rows in batches, no faster than they are taken. */
export function copyOut(client: pg.Client, statement: string): AsyncGenerator<Buffer> {
  return client.query(new CopyOut(statement)).read();
}

/** Runs `copy … from stdin` with the given bytes, no faster than the server takes them. */
export function copyIn(client: pg.Client, statement: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  return client.query(new CopyIn(statement, chunks)).finish();
}
