import type { SystemActor } from "@/kernel/actor";
import { withActor } from "@/server/db";
import { forgetOldSearchKeys, withoutSearchKeys, writeSearchKeys } from "./repository";

const actor: SystemActor = { kind: "system", cause: "worker" };
const batch = 500;

/**
 * The errand that makes the keys by which customers are found, for names that came with an import or before the keys did. It says
 * of how many. The first turn has those of another version made again.
 */
export function keepSearchable(): (now: Date, stopping?: AbortSignal) => Promise<number> {
  let isFirst = true;
  return async (_now, stopping) => {
    if (isFirst) await withActor(actor, forgetOldSearchKeys);
    isFirst = false;
    let made = 0;
    while (!stopping?.aborted) {
      const count = await withActor(actor, async (tx) => {
        const ids = await withoutSearchKeys(tx, batch);
        if (ids.length > 0) await writeSearchKeys(tx, ids);
        return ids.length;
      });
      made += count;
      if (count < batch) break;
    }
    return made;
  };
}
