import type { SystemActor } from "@/kernel/actor";
import { dayOf } from "@/kernel/dates";
import { withActor } from "@/server/db";
import { installation } from "@/server/exchange";
import { followAbsences } from "./repository/absences";

const actor: SystemActor = { kind: "system", cause: "worker" };

/** The errand that lets who looks after whom follow the absences, once at the start and then on each new day of the vendor. */
export function followDays(): (now: Date) => Promise<void> {
  let followed = "";
  return async (now) => {
    const today = await withActor(actor, async (tx) => dayOf(now, (await installation(tx)).zone));
    if (today === followed) return;
    await withActor(actor, followAbsences);
    followed = today;
  };
}
