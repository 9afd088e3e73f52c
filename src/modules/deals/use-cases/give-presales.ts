import { err, ok } from "@/kernel/result";
import { stopClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { mayGivePresales } from "../access";
import { clockKinds } from "../domain/clock";
import { findDeal } from "../repository";
import { closePresales, openPresales } from "../repository/presales";
import { givePresalesInput } from "../schema";
import { dealEvent } from "./review";

/** Whoever looks after the partner says what help was given with a sale; the partner reads it. */
export const givePresales = useCase({
  name: "deal.givePresales",
  permission: "deal.decide",
  input: givePresalesInput,
  async run({ actor, tx, now }, { dealId, note }) {
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    const open = await openPresales(tx, dealId);
    if (!open) return err({ code: "conflict", entity: "deal", reason: "deals.errors.presalesClosed" });
    if (actor.kind !== "person" || !mayGivePresales(actor, open)) return err({ code: "forbidden" });
    if (!(await closePresales(tx, open.id, { note, closedAt: now, closedById: actor.personId })))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.presalesClosed" });
    await stopClock(tx, dealId, clockKinds.presales, now);
    return ok({
      value: { dealId, number: deal.number },
      events: [dealEvent(deal, "deal.presalesGiven", { note })],
    });
  },
});
