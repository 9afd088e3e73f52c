import { err, ok } from "@/kernel/result";
import { personName } from "@/modules/people/public";
import { useCase } from "@/server/use-case";
import { isIndependent } from "../domain/dispute";
import { findDeal } from "../repository";
import { openDispute, reassignDispute } from "../repository/disputes";
import { decidersOf } from "../repository/revocations";
import { assignDisputeInput } from "../schema";
import { dealEvent } from "./review";

/** A program owner gives a dispute to somebody who may decide and took no part in it. Its clock runs on. */
export const assignDispute = useCase({
  name: "deal.assignDispute",
  permission: "dispute.assign",
  input: assignDisputeInput,
  async run({ tx }, { dealId, fromId, ownerId }) {
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    const dispute = await openDispute(tx, dealId);
    if (!dispute) return err({ code: "conflict", entity: "deal", reason: "deals.errors.disputeClosed" });
    const isAble = isIndependent(ownerId, deal, dispute) && (await decidersOf(tx, deal.partnerId)).includes(ownerId);
    if (!isAble || ownerId === fromId)
      return err({ code: "invalid", fields: { ownerId: "deals.errors.notIndependent" } });
    const to = (await personName(tx, ownerId)) ?? "";
    const isHanded = dispute.ownerId === fromId && (await reassignDispute(tx, dispute, ownerId, to));
    if (!isHanded) return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    const event = dealEvent(deal, "deal.disputeAssigned", { from: await personName(tx, fromId), to });
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
