import type { SystemActor } from "@/kernel/actor";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import { purgeImports } from "./use-cases/purge-imports";

const actor: SystemActor = { kind: "system", cause: "clock" };
const lookEvery = 60 * 60_000;

/** The errand that forgets what was read for imports when its time is over; it says for how many. It looks every hour. */
export function forgetOldRows(): (now: Date, stopping?: AbortSignal) => Promise<number> {
  let next = 0;
  return async (now) => {
    if (now.getTime() < next) return 0;
    next = now.getTime() + lookEvery;
    const result = await execute(purgeImports, actor, {}, { now, newId });
    return result.ok ? result.value.purged + result.value.forgotten : 0;
  };
}
