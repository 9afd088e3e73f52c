import { dayOf, startOfDay } from "@/kernel/dates";
import { ok } from "@/kernel/result";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { keptSince } from "../domain/keeping";
import { purgeRows } from "../repository/purge";
import { purgeInput } from "../schema";

/** Forgets the rows of files whose time is over, and imports that nobody finished. What was imported stays, and can be taken back. */
export const purgeImports = useCase({
  name: "import.purge",
  permission: "clock.fire",
  input: purgeInput,
  async run({ tx, now }) {
    const { zone } = await installation(tx);
    const purged = await purgeRows(tx, startOfDay(keptSince(dayOf(now, zone)), zone));
    return ok({ value: purged, events: [] });
  },
});
