import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { typeOfFile } from "@/server/file-type";
import { bucketStore, localStore, receive } from "@/server/files";
import { newId } from "@/server/ids";

const folder = mkdtempSync(path.join(tmpdir(), "entente-files-"));
beforeAll(() => {
  process.env.FILES_DIR = folder;
  process.env.APP_DATABASE_URL ??= "postgresql://x";
  process.env.AUTH_DATABASE_URL ??= "postgresql://x";
  process.env.APP_URL ??= "http://localhost:3000";
  process.env.NEXTAUTH_SECRET ??= "a secret that is only used in tests, 32 bytes";
});
afterAll(() => rmSync(folder, { recursive: true }));

const stream = (...parts: string[]) => new Blob(parts).stream() as ReadableStream<Uint8Array>;
const text = (body: ReadableStream<Uint8Array>) => new Response(body).text();
const arriving = () => (existsSync(path.join(folder, "arriving")) ? readdirSync(path.join(folder, "arriving")) : []);

describe("[S9] what arrives", () => {
  test("is written as it comes and looked at on the way", async () => {
    let seen = "";
    const look = (chunk: Uint8Array) => {
      seen += new TextDecoder().decode(chunk);
    };
    const arrived = await receive(stream("Hello, ", "world"), newId(), 100, look);
    expect(arrived?.bytes).toBe(12);
    expect(seen).toBe("Hello, world");
    rmSync(arrived?.path ?? "");
  });

  test("and never ends is cut off at the limit, and nothing of it stays", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    expect(await receive(endless, newId(), 1_000_000, () => undefined)).toBeNull();
    expect(sent).toBeLessThan(3_000_000);
    expect(arriving()).toEqual([]);
  });

  test("and breaks off leaves nothing behind", async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(10));
        controller.error(new Error("gone"));
      },
    });
    await expect(receive(broken, newId(), 100, () => undefined)).rejects.toThrow("gone");
    expect(arriving()).toEqual([]);
  });
});

function fileOf(content: string) {
  const file = path.join(folder, newId());
  writeFileSync(file, content);
  return { path: file, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") };
}

describe("a store", () => {
  test("on this machine takes a file over and gives it back; a key that is a path is refused", async () => {
    const store = localStore(path.join(folder, "store"));
    const key = newId();
    const file = fileOf("the offer");
    await store.put(key, file);
    expect(existsSync(file.path)).toBe(false);
    expect(await text(await store.get(key))).toBe("the offer");
    await expect(store.get("../../etc/passwd")).rejects.toThrow();
    await expect(store.get(newId())).rejects.toThrow();
  });

  test("that speaks S3 gets the whole file, signed, under its id, and gives it back", async () => {
    const kept = new Map<string, { body: string; headers: IncomingHttpHeaders }>();
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const url = request.url ?? "";
      if (request.method === "PUT") kept.set(url, { body: Buffer.concat(chunks).toString(), headers: request.headers });
      const found = kept.get(url);
      response.writeHead(found ? 200 : 404).end(request.method === "GET" ? found?.body : undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const endpoint = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
    const keys = { accessKeyId: "AKID", secretAccessKey: "secret" };
    const store = bucketStore({ endpoint, bucket: "files", region: "eu-central-1", ...keys });
    const key = newId();
    const file = fileOf("the same offer");
    try {
      await store.put(key, file);
      const got = kept.get(`/files/${key}`);
      expect(got?.body).toBe("the same offer");
      expect(got?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-central-1\/s3\//);
      expect(got?.headers["x-amz-content-sha256"]).toBe(file.sha256);
      expect(got?.headers["content-length"]).toBe(String(file.bytes));
      expect(existsSync(file.path)).toBe(false);
      expect(await text(await store.get(key))).toBe("the same offer");
      await expect(store.get(newId())).rejects.toThrow("404");
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

test.each([
  ["%PDF-1.7\n%âãÏÓ\n", "application/pdf"],
  ["<svg xmlns='http://www.w3.org/2000/svg'/>", null],
  ["<!DOCTYPE html><html>", null],
  ["only words", null],
])("[S9] %j is told to be %s by its content", async (content, type) =>
  expect(await typeOfFile(fileOf(content).path)).toBe(type),
);
