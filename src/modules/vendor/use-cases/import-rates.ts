import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { publisher, readPublishedRates } from "../domain/published-rates";
import { compareRates, saveRates } from "../repository/rates";
import { ratesInput } from "../schema";
import { changed } from "./changed";

/** Keeps the exchange rates of a file. A file with a line that cannot be read brings nothing. */
export const importRates = useCase({
  name: "vendor.importRates",
  permission: "settings.manage",
  escalates: ["rates.save"],
  timeLimit: 60_000,
  input: ratesInput,
  async run({ tx, now, asSystem }, { fileName, text }) {
    const read = readPublishedRates(text);
    if (!read || read.rates.length === 0 || read.problems.length > 0)
      return err({ code: "invalid", fields: { text: "vendor.errors.noRates" } });
    return asSystem(async () => {
      const { fresh, changed: corrected } = await compareRates(tx, read.rates);
      await saveRates(tx, read.rates, `${publisher}, ${fileName}`, now);
      const data = { fileName, fresh, corrected };
      return ok({ value: { fresh, corrected }, events: [changed("vendor.ratesImported", data)] });
    });
  },
});
