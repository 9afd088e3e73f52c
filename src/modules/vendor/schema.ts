import { z } from "zod";
import { isPlainDate, type PlainDate } from "@/kernel/dates";
import { isCurrency } from "@/kernel/money";
import { countryCodes } from "@/modules/accounts/domain/countries";
import { reasonKinds } from "@/modules/deals/domain/reasons";
import { isHex } from "./domain/accent";
import { setupSteps } from "./domain/setup";
import { templateIds } from "./domain/templates";
import { isWorkable, type Week } from "./domain/week";

const version = z.coerce.number().int().min(0);
const name = z.string().trim().min(2, "vendor.errors.name").max(120, "vendor.errors.nameLong");
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, "vendor.errors.code");
const optionalId = z.union([z.literal(""), z.uuid()]).transform((id) => id || null);

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
const zone = z.string().refine(isZone, "vendor.errors.zone");
const locale = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, "vendor.errors.locale");

export const saveProfileInput = z.strictObject({ version, vendorName: name, locale, zone });
export const saveAccentInput = z.strictObject({
  version,
  accent: z
    .string()
    .trim()
    .toLowerCase()
    .refine((text) => text === "" || isHex(text), "vendor.errors.accent"),
});

const longestLogo = 700_000;
/** A picture as base64; what it is is read from its content. */
export const saveLogoInput = z.strictObject({
  image: z
    .base64("vendor.errors.logoMissing")
    .min(1, "vendor.errors.logoMissing")
    .max(longestLogo, "vendor.errors.logoLarge"),
});
export const removeLogoInput = z.strictObject({ digest: z.string().max(128) });

export const saveReportingInput = z.strictObject({
  version,
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .refine((text) => /^[A-Z]{3}$/.test(text) && isCurrency(text), "vendor.errors.currency"),
  fiscalStartMonth: z.coerce.number().int().min(1, "vendor.errors.month").max(12, "vendor.errors.month"),
  understood: z
    .union([z.boolean(), z.literal("on"), z.literal("")])
    .optional()
    .transform(Boolean),
});

export const saveRegionInput = z.strictObject({ id: z.uuid(), version, name, code, parentId: optionalId });
export const retireInput = z.strictObject({ id: z.uuid(), version });
export const saveProductLineInput = z.strictObject({ id: z.uuid(), version, name, code });
export const setProductLineActiveInput = z.strictObject({ id: z.uuid(), version, active: z.boolean() });

const countries = z
  .array(z.string())
  .min(1, "vendor.errors.countries")
  .max(countryCodes.length)
  .refine((codes) => codes.every((each) => countryCodes.includes(each)), "vendor.errors.countries");
export const saveTerritoryInput = z.strictObject({
  id: z.uuid(),
  version,
  name,
  countries,
  partnerIds: z.array(z.uuid()).max(20_000),
});

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$|^$/, "vendor.errors.time");
const hours = z.strictObject({ from: time, until: time });
const week = z
  .strictObject({ 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours })
  .superRefine((days, context) => {
    for (const [day, { from, until }] of Object.entries(days)) {
      const isHalf = (from === "") !== (until === "");
      if (isHalf || (from !== "" && from >= until))
        context.addIssue({ code: "custom", path: [day, "until"], message: "vendor.errors.hours" });
    }
  })
  .transform((days): Week => {
    const of = ({ from, until }: z.infer<typeof hours>) => (from && until ? ([from, until] as const) : null);
    return {
      1: of(days[1]),
      2: of(days[2]),
      3: of(days[3]),
      4: of(days[4]),
      5: of(days[5]),
      6: of(days[6]),
      7: of(days[7]),
    };
  })
  .refine(isWorkable, "vendor.errors.closed");
export const saveCalendarInput = z.strictObject({ id: z.uuid(), version, name, zone, regionId: optionalId, week });
export type CalendarForm = z.input<typeof saveCalendarInput>;

const day = z
  .string()
  .refine(isPlainDate, "vendor.errors.day")
  .transform((text) => text as PlainDate);
export const addHolidayInput = z.strictObject({ id: z.uuid(), version, day, name });
export const removeHolidayInput = z.strictObject({ id: z.uuid(), version, day });

export const ratesInput = z.strictObject({
  fileName: z.string().trim().min(1, "vendor.errors.file").max(200),
  text: z.string().min(1, "vendor.errors.file").max(2_600_000, "vendor.errors.fileLarge"),
});
export const setRateFeedInput = z.strictObject({ daily: z.boolean() });

export const sayStepInput = z.strictObject({ step: z.enum(setupSteps), state: z.enum(["done", "skipped", "open"]) });
export const publishTemplateInput = z.strictObject({ template: z.enum(templateIds) });

const reasonCode = {
  kind: z.enum(reasonKinds),
  code: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "vendor.errors.reasonCode"),
};
const isTicked = z
  .union([z.boolean(), z.literal("on"), z.literal("")])
  .optional()
  .transform(Boolean);
export const saveReasonInput = z.strictObject({
  ...reasonCode,
  version,
  /** By language; where one is empty the product's own words, or those of another language, are used. */
  names: z
    .record(z.string().regex(/^[a-z]{2}$/), z.string().trim().max(80, "vendor.errors.reasonNameLong"))
    .transform((names) => Object.fromEntries(Object.entries(names).filter(([, text]) => text !== ""))),
  noteRequired: isTicked,
  active: isTicked,
  place: z.coerce.number().int().min(1).max(1000),
});
export const removeReasonInput = z.strictObject({ ...reasonCode, version });
