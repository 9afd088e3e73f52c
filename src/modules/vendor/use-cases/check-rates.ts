import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { readPublishedRates } from "../domain/published-rates";
import { summaryOf } from "../domain/rates-summary";
import { compareRates } from "../repository/rates";
import { ratesInput } from "../schema";

/** What a file of exchange rates would bring; it changes nothing. */
export const checkRates = useCase({
  name: "vendor.checkRates",
  permission: "settings.manage",
  input: ratesInput,
  async run({ tx }, { text }) {
    const read = readPublishedRates(text);
    if (!read || read.rates.length + read.problems.length === 0)
      return err({ code: "invalid", fields: { text: "vendor.errors.noRates" } });
    const comparison = await compareRates(tx, read.rates);
    return ok({ value: { ...summaryOf(read), ...comparison }, events: [] });
  },
});
