import { dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { fromPlainDate } from "@/server/clocks";
import { inReportingCurrency, installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { mayReport } from "../access";
import { findDeal, saveDeal } from "../repository";
import { reportWinInput } from "../schema";
import { dropExtension } from "./protection";

/** Reports a win with date, amount and order reference. It counts nowhere until the vendor confirms it. */
export const reportWin = useCase({
  name: "deal.reportWin",
  permission: "deal.report",
  escalates: ["extension.drop"],
  input: reportWinInput,
  async run({ actor, tx, now, asSystem }, { dealId, version, wonOn, amount, orderReference }) {
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (!mayReport(actor, deal)) return err({ code: "conflict", entity: "deal", reason: "deals.errors.notOpen" });
    const { zone, reportingCurrency } = await installation(tx);
    if (wonOn > dayOf(now, zone)) return err({ code: "invalid", fields: { wonOn: "deals.errors.wonInFuture" } });
    if (deal.submittedAt && wonOn < dayOf(deal.submittedAt, zone))
      return err({ code: "invalid", fields: { wonOn: "deals.errors.wonBeforeSubmitted" } });

    const reported = await inReportingCurrency(tx, amount, wonOn, reportingCurrency);
    if (!reported) return err({ code: "invalid", fields: { "amount.currency": "deals.errors.noRate" } });
    const changes = {
      stage: "won",
      wonOn: fromPlainDate(wonOn),
      wonAmount: BigInt(amount.amount),
      wonCurrency: amount.currency,
      wonReportingAmount: BigInt(reported.money.amount),
      wonRateDay: fromPlainDate(reported.rateDay),
      orderReference,
      winReportedAt: now,
      winReportedById: actor.kind === "person" ? actor.personId : null,
    };
    if (deal.version !== version || !(await saveDeal(tx, deal, changes, now))) {
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    }
    await asSystem(() => dropExtension(tx, dealId, now));
    const data = { wonOn, amount: amount.amount, currency: amount.currency, orderReference };
    const event = { type: "deal.winReported", subjectKind: "deal", subjectId: dealId, partnerId: deal.partnerId, data };
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
