import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** A file on its way in: the name it has with the sender, and how many bytes of the body are its own. */
export type Announced = { readonly name: string; readonly size: number };

/** A received file; its place never follows from the name the sender gave it. */
export type Received = { readonly name: string; readonly path: string };

/**
 * Writes a body that holds one file after the other into a folder of its own, does the work, and removes the folder. Memory
 * holds one chunk. Null where the body is shorter or longer than was announced.
 */
export async function withReceivedFiles<T>(
  body: AsyncIterable<Uint8Array>,
  announced: readonly Announced[],
  work: (files: readonly Received[]) => Promise<T>,
): Promise<T | null> {
  const folder = await mkdtemp(path.join(tmpdir(), "entente-upload-"));
  try {
    const files = announced.map(({ name }, index) => ({ name, path: path.join(folder, String(index)) }));
    const isWhole = await writeFiles(body, announced, files);
    return isWhole ? await work(files) : null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeFiles(
  body: AsyncIterable<Uint8Array>,
  announced: readonly Announced[],
  files: readonly Received[],
): Promise<boolean> {
  const chunks = body[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  for (const [index, { size }] of announced.entries()) {
    const file = await open(files[index]?.path ?? "", "w", 0o600);
    try {
      for (let missing = size; missing > 0; ) {
        if (rest.length === 0) {
          const next = await chunks.next();
          if (next.done) return false;
          rest = next.value;
        }
        const own = rest.subarray(0, missing);
        await file.write(own);
        rest = rest.subarray(own.length);
        missing -= own.length;
      }
    } finally {
      await file.close();
    }
  }
  return rest.length === 0 && (await chunks.next()).done === true;
}
