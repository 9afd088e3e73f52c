import type { PersonActor } from "@/kernel/actor";
import type { RecordRef } from "@/modules/records/domain/record";
import type { StreamFilter } from "@/modules/records/domain/stream";
import { recordStream, type StreamEntry } from "@/modules/records/queries/stream";
import { withActor } from "@/server/db";
import { noon } from "./world";

/** What somebody reads in the timeline of a record, newest first; of a deal, unless it is another kind. */
export async function streamOf(
  actor: PersonActor,
  id: string,
  { kind = "deal", filter = "all" as StreamFilter, size = 200, decisions = [] as readonly string[] } = {},
): Promise<readonly StreamEntry[]> {
  // Tests name kinds that are declared.
  const ref = { kind: kind as RecordRef["kind"], id };
  const asked = { filter, after: undefined, decisions, now: noon, size };
  return (await withActor(actor, (tx) => recordStream(tx, actor, ref, asked))).entries;
}

/** The words of the comments somebody reads beside a record. */
export async function commentsOf(actor: PersonActor, id: string, kind = "deal"): Promise<string[]> {
  const entries = await streamOf(actor, id, { kind, filter: "comments" });
  return entries.flatMap((entry) => (entry.source === "comment" ? [entry.comment.body] : []));
}
