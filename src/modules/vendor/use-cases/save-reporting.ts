import { err, ok } from "@/kernel/result";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { countConverted, saveInstallation } from "../repository/installation";
import { saveStep } from "../repository/setup";
import { saveReportingInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/**
 * The reporting currency and where the fiscal year begins. Once an amount was converted the currency stays, because its rate is
 * frozen; another fiscal year draws every quarter anew, so whoever wants it says that they know.
 */
export const saveReporting = useCase({
  name: "vendor.saveReporting",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: saveReportingInput,
  async run({ actor, tx, now, asSystem }, { version, currency, fiscalStartMonth, understood }) {
    const byName = actor.kind === "person" ? actor.name : "";
    return asSystem(async () => {
      const before = await installation(tx);
      const figures = await countConverted(tx);
      if (figures > 0 && currency !== before.reportingCurrency)
        return err({
          code: "refused",
          reason: "vendor.errors.currencyInUse",
          params: { count: figures, currency: before.reportingCurrency },
        });
      if (figures > 0 && fiscalStartMonth !== before.fiscalStartMonth && !understood)
        return err({ code: "invalid", fields: { understood: "vendor.errors.fiscalUnderstood" } });
      const changes = { reportingCurrency: currency, fiscalStartMonth };
      if (!(await saveInstallation(tx, version, changes))) return err(changedElsewhere);
      await saveStep(tx, "money", "done", { now, byName });
      const from = { currencyBefore: before.reportingCurrency, fiscalStartMonthBefore: before.fiscalStartMonth };
      return ok({ value: { saved: true }, events: [changed("vendor.reportingSaved", { ...changes, ...from })] });
    });
  },
});
