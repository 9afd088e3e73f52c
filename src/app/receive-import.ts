import { z } from "zod";
import { err, type Result } from "@/kernel/result";
import { uploadProblem } from "@/modules/imports/domain/upload";
import { checkImport } from "@/modules/imports/use-cases/check-import";
import { definitionOf, filesOf } from "@/modules/imports/use-cases/definitions";
import { readFile } from "@/modules/imports/use-cases/read-file";
import { newId } from "@/server/ids";
import { withReceivedFiles } from "@/server/received-files";
import type { RouteGiven } from "@/server/route";
import { execute } from "@/server/use-case";

const asked = z.object({
  importId: z.uuid(),
  preset: z.string().max(60),
  name: z.array(z.string().min(1).max(200)).max(20),
  size: z.array(z.coerce.number().int().min(0)).max(20),
});

function askedIn({ searchParams }: URL) {
  return asked.safeParse({
    importId: searchParams.get("import"),
    preset: searchParams.get("preset"),
    name: searchParams.getAll("name"),
    size: searchParams.getAll("size"),
  });
}

/**
 * Takes the files of an import in, as the body of one request, one after the other as the address announces them; reads them,
 * and checks them once with nothing answered, so that the first screen knows what there is to ask.
 */
export async function receiveImport({ actor, now, request }: Omit<RouteGiven, "tx">): Promise<Response> {
  const given = askedIn(new URL(request.url));
  if (!given.success || given.data.name.length !== given.data.size.length) return answer(refused("incomplete"));
  const { importId, preset, name, size } = given.data;
  const definition = definitionOf(preset);
  if (!definition) return answer(refused("unknownPreset"));
  const files = name.map((each, index) => ({ name: each, size: size[index] ?? 0 }));
  const problem = uploadProblem(files, filesOf(definition));
  if (problem) return answer(refused(problem.reason, { file: problem.file }));
  if (!request.body) return answer(refused("incomplete"));
  const caller = { now, newId, requestId: request.headers.get("x-request-id") ?? undefined };
  // The body of a request can be iterated here; the type of the web does not say so.
  const body = request.body as unknown as AsyncIterable<Uint8Array>;
  const read = await withReceivedFiles(body, files, (received) =>
    execute(readFile(received), actor, { importId, preset, name: nameOf(name) }, caller),
  );
  if (!read) return answer(refused("incomplete"));
  if (!read.ok) return answer(read);
  const choices = { answers: {}, acceptProposals: false, onDuplicate: "skip", goodRowsOnly: false };
  await execute(checkImport, actor, { importId, ...choices }, caller);
  return answer({ ok: true, value: { importId } });
}

const nameOf = ([first = "", ...others]: readonly string[]) => (others.length === 0 ? first : `${first} …`);

function refused(reason: string, params: Record<string, string> = {}): Result<never> {
  return err({ code: "refused", reason: `imports.errors.${reason}`, params });
}

function answer(result: Result<{ importId: string }>): Response {
  return Response.json(result, { headers: { "cache-control": "no-store" } });
}
