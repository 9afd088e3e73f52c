import type { SystemActor } from "@/kernel/actor";
import { newId } from "./ids";
import { execute, type UseCase } from "./use-case";

const actor: SystemActor = { kind: "system", cause: "link" };
const longest = 10_000;

/**
 * Does what a page without a session asks for, authorised by what it carries, such as the link of a mail; the answer is the
 * result, as an action gives it.
 */
export async function answer<Input, Value>(definition: UseCase<Input, Value>, request: Request): Promise<Response> {
  const text = await request.text();
  const given = text.length > longest ? null : parsed(text);
  const requestId = request.headers.get("x-request-id") ?? undefined;
  return Response.json(await execute(definition, actor, given, { now: new Date(), newId, requestId }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
