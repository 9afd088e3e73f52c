import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { AwsClient } from "aws4fetch";
import { env } from "./env";

/** Where the bytes of files are kept, by an id of ours; names and types of people never become paths. */
export type FileStore = {
  /** Takes over a complete local file. */
  put(key: string, file: { readonly path: string; readonly bytes: number; readonly sha256: string }): Promise<void>;
  get(key: string): Promise<ReadableStream<Uint8Array>>;
};

const wellFormed = /^[0-9a-f-]{36}$/;

function checked(key: string): string {
  if (!wellFormed.test(key)) throw new Error("a file is kept under an id");
  return key;
}

/** A folder of this machine, spread over 256 folders by the end of the id, which is random. */
export function localStore(folder: string): FileStore {
  const place = (key: string) => path.join(folder, checked(key).slice(-2), key);
  return {
    async put(key, file) {
      await mkdir(path.dirname(place(key)), { recursive: true });
      await rename(file.path, place(key));
    },
    async get(key) {
      const stream = createReadStream(place(key));
      await new Promise<void>((resolve, reject) => stream.once("open", () => resolve()).once("error", reject));
      // The stream of Node is the stream of the web with another type.
      return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
    },
  };
}

type Bucket = { readonly endpoint: string; readonly bucket: string; readonly region: string } & Readonly<
  Record<"accessKeyId" | "secretAccessKey", string>
>;

/** A bucket of any store that speaks S3. */
export function bucketStore({ endpoint, bucket, region, ...keys }: Bucket): FileStore {
  const client = new AwsClient({ ...keys, region, service: "s3" });
  const address = (key: string) => `${endpoint.replace(/\/$/, "")}/${bucket}/${checked(key)}`;
  return {
    async put(key, file) {
      const body = Readable.toWeb(createReadStream(file.path)) as ReadableStream;
      const headers = { "content-length": String(file.bytes), "x-amz-content-sha256": file.sha256 };
      // What streams is sent once; Node asks for the word.
      const signed = await client.sign(address(key), { method: "PUT", headers });
      const answer = await fetch(signed.url, {
        method: "PUT",
        headers: signed.headers,
        body,
        duplex: "half",
      } as RequestInit);
      if (!answer.ok) throw new Error(`the store of files answered ${answer.status}`);
      await rm(file.path, { force: true });
    },
    async get(key) {
      const answer = await client.fetch(address(key));
      if (!answer.ok || !answer.body) throw new Error(`the store of files answered ${answer.status}`);
      return answer.body;
    },
  };
}

/** The store that is configured. */
export function fileStore(): FileStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  if (!S3_ENDPOINT) return localStore(filesFolder());
  return bucketStore({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET ?? "",
    region: S3_REGION ?? "auto",
    accessKeyId: S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: S3_SECRET_ACCESS_KEY ?? "",
  });
}

/** The folder of files on this machine; what arrives lies below it until it is complete. */
export function filesFolder(): string {
  return path.resolve(env().FILES_DIR || path.join(process.env.DATA_DIR || ".data", "files"));
}

/** Writes what arrives to a file of its own until it is more than `most` bytes; then nothing is kept. */
export async function receive(
  body: ReadableStream<Uint8Array>,
  key: string,
  most: number,
  look: (chunk: Uint8Array) => void,
): Promise<{ readonly path: string; readonly bytes: number } | null> {
  const folder = path.join(filesFolder(), "arriving");
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, checked(key));
  const out = await open(file, "wx", 0o600);
  let bytes = 0;
  try {
    for await (const chunk of Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])) {
      // The web's streams of a request hold bytes.
      const part = chunk as Uint8Array;
      bytes += part.byteLength;
      if (bytes > most) break;
      look(part);
      await out.writeFile(part);
    }
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await out.close();
  }
  if (bytes <= most) return { path: file, bytes };
  await rm(file, { force: true });
  return null;
}
