import { withActor } from "@/server/db";
import { verified } from "@/server/signature";
import { resetLink } from "../domain/links";
import { resetOf } from "../repository/resets";

/** Whose password a link sets, while it opens; `known` says whether it is a link of ours at all. */
export async function resetBehind(token: string, now: Date): Promise<{ known: boolean; email: string | null }> {
  const id = verified(resetLink.purpose, token);
  if (id === null) return { known: false, email: null };
  const reset = await withActor({ kind: "system", cause: "link" }, (tx) => resetOf(tx, id, now));
  return { known: true, email: reset?.email ?? null };
}
