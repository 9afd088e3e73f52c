import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { findCalendar, isRegionCovered, saveCalendarRow } from "../repository/calendars";
import { saveCalendarInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** Adds or changes a calendar: when work happens, for everybody or for one region. Deadlines that are set already stay. */
export const saveCalendar = useCase({
  name: "vendor.saveCalendar",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: saveCalendarInput,
  async run({ tx, asSystem }, { id, version, ...content }) {
    return asSystem(async () => {
      const before = version === 0 ? null : await findCalendar(tx, id);
      const isDefault = before?.isDefault ?? false;
      if (isDefault !== (content.regionId === null))
        return err({ code: "invalid", fields: { regionId: "vendor.errors.calendarRegion" } });
      if (content.regionId && (await isRegionCovered(tx, id, content.regionId)))
        return err({ code: "invalid", fields: { regionId: "vendor.errors.regionCovered" } });
      if (!(await saveCalendarRow(tx, id, version, content))) return err(changedElsewhere);
      const { name, zone, regionId } = content;
      const type = version === 0 ? "vendor.calendarAdded" : "vendor.calendarSaved";
      return ok({ value: { id }, events: [changed(type, { name, zone, regionId }, { kind: "calendar", id })] });
    });
  },
});
