import { ok } from "@/kernel/result";
import { fireClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { findDeal, saveDeal } from "../repository";
import { lapseRevocation } from "../repository/revocations";
import { clockInput } from "../schema";
import { stopPartnerClocks } from "./partner-clock";
import { dropExtension } from "./protection";

/** The last protected day is over: the registration expires, unless it was won or released in the meantime. */
export const expireProtection = useCase({
  name: "deal.expireProtection",
  permission: "clock.fire",
  input: clockInput,
  async run({ tx, now }, { clockId, subjectId }) {
    const deal = await findDeal(tx, subjectId);
    if (!deal || !(await fireClock(tx, clockId, now))) return ok({ value: { fired: false }, events: [] });
    if (deal.status !== "approved" || deal.winConfirmedAt) return ok({ value: { fired: false }, events: [] });
    if (!(await saveDeal(tx, deal, { status: "expired" }, now)))
      throw new Error("saved by somebody else; the clock fires again");
    await stopPartnerClocks(tx, subjectId, now);
    await lapseRevocation(tx, subjectId, now);
    const about = { subjectKind: "deal", subjectId, partnerId: deal.partnerId };
    const lapsed = (await dropExtension(tx, subjectId, now)) ? [{ type: "deal.extensionLapsed", ...about }] : [];
    return ok({ value: { fired: true }, events: [{ type: "deal.expired", ...about }, ...lapsed] });
  },
});
