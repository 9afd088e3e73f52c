import type { SystemActor } from "@/kernel/actor";
import { dayOf } from "@/kernel/dates";
import { withActor } from "@/server/db";
import { installation } from "@/server/exchange";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import { unwatched } from "./repository";
import { watchOpportunity } from "./use-cases/watch-opportunity";

const actor: SystemActor = { kind: "system", cause: "clock" };
const lookEvery = 60_000;
const batch = 200;

/** The errand that finds opportunities of the CRM at protected customers; it says how many it logged. It looks every minute. */
export function watchOpportunities(): (now: Date, stopping?: AbortSignal) => Promise<number> {
  let next = 0;
  return async (now, stopping) => {
    if (now.getTime() < next) return 0;
    next = now.getTime() + lookEvery;
    const found = await withActor(actor, async (tx) => unwatched(tx, dayOf(now, (await installation(tx)).zone), batch));
    let logged = 0;
    for (const opportunityId of found) {
      if (stopping?.aborted) break;
      const result = await execute(watchOpportunity, actor, { opportunityId }, { now, newId });
      if (result.ok) logged += result.value.logged;
    }
    return logged;
  };
}
