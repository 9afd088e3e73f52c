import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { z } from "zod";
import { fileProblem, isPlainText, safeName } from "@/modules/records/domain/file";
import { recordKindNames } from "@/modules/records/domain/record";
import { mayReceive } from "@/modules/records/queries/may-receive";
import { addFile } from "@/modules/records/use-cases/add-file";
import { withActor } from "@/server/db";
import { env } from "@/server/env";
import { typeOfFile } from "@/server/file-type";
import { fileStore, receive } from "@/server/files";
import { newId } from "@/server/ids";
import { openRoute } from "@/server/route";
import { scan } from "@/server/scan";
import { execute } from "@/server/use-case";

const asked = z.object({
  kind: z.enum(recordKindNames),
  id: z.uuid(),
  name: z.string().min(1).max(1000),
  internal: z.enum(["yes", "no"]).default("no"),
});

const looked = 4096;
const refusal = (status: number, reason: string, params: Record<string, string | number> = {}) =>
  Response.json({ reason: `records.errors.${reason}`, params }, { status });

/**
 * Takes one file as the body of the request. What it is follows from its content; it is kept only where all of it has arrived, and
 * the record is looked at before anything is taken and again when the file is put beside it.
 */
export const POST = openRoute("record.write", async ({ actor, now, request }) => {
  const parsed = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success || !request.body) return refusal(400, "fileMalformed");
  const { kind, id, internal } = parsed.data;
  if (!(await withActor(actor, (tx) => mayReceive(tx, actor, { kind, id }, internal === "yes"))))
    return refusal(404, "fileNoRecord");
  const name = safeName(parsed.data.name);
  const mostMegabytes = env().FILES_MOST_MB;
  const most = mostMegabytes * 1_000_000;
  if (Number(request.headers.get("content-length") ?? 0) > most)
    return refusal(413, "fileTooLarge", { most: mostMegabytes });

  const versionId = newId();
  const hash = createHash("sha256");
  const head: Uint8Array[] = [];
  const arrived = await receive(request.body, versionId, most, (chunk) => {
    hash.update(chunk);
    if (head.reduce((sum, part) => sum + part.length, 0) < looked) head.push(chunk.slice(0, looked));
  });
  if (!arrived) return refusal(413, "fileTooLarge", { most: mostMegabytes });
  try {
    const known = await typeOfFile(arrived.path);
    const type = known ?? (isPlainText(Buffer.concat(head).subarray(0, looked)) ? "text/plain" : null);
    const problem = fileProblem(name, arrived.bytes, type);
    if (problem) return refusal(422, `file.${problem}`);
    const sha256 = hash.digest("hex");
    const file = { versionId, name, bytes: arrived.bytes, type, sha256, scan: await scan(arrived.path) };
    await fileStore().put(versionId, { path: arrived.path, bytes: arrived.bytes, sha256 });
    const input = { subjectKind: kind, subjectId: id, internal: internal === "yes", ...file };
    const result = await execute(addFile, actor, input, { now, newId });
    if (result.ok) return Response.json(result.value, { status: 201 });
    const { failure } = result;
    if (failure.code === "refused") return Response.json(failure, { status: 409 });
    return refusal(404, "fileNoRecord");
  } finally {
    await rm(arrived.path, { force: true });
  }
});
