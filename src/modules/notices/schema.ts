import { z } from "zod";
import { isPlainDate, type PlainDate } from "@/kernel/dates";
import { kindOf } from "./domain/field-names";
import { mailChoices } from "./domain/notice";
import type { Params } from "./domain/params";

const day = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));

/** The parameters of a notice as they are stored. */
export const paramsSchema: z.ZodType<Params> = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.strictObject({ day }),
    z.strictObject({ at: z.iso.datetime() }),
    z.strictObject({ amount: z.int(), currency: z.string() }),
    z.strictObject({ basisPoints: z.int() }),
    z.strictObject({ key: z.string() }),
  ]),
);

export const openNoticeInput = z.strictObject({ noticeId: z.uuid() });

export const readAllInput = z.strictObject({ newestId: z.uuid() });

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "notices.errors.time");
const fieldName = z.string().regex(/^[a-z]+\/[a-zA-Z]+$/);

export const savePreferencesInput = z
  .strictObject({
    kinds: z.record(fieldName, z.strictObject({ inbox: z.enum(["yes", "no"]), mail: z.enum(mailChoices) })),
    quietFrom: z.union([z.literal(""), time]),
    quietUntil: z.union([z.literal(""), time]),
    digestAt: time,
  })
  .superRefine(({ quietFrom, quietUntil, kinds }, context) => {
    const missing = quietFrom === "" ? "quietFrom" : "quietUntil";
    if ((quietFrom === "") !== (quietUntil === ""))
      context.addIssue({ code: "custom", path: [missing], message: "notices.errors.bothTimes" });
    if (quietFrom !== "" && quietFrom === quietUntil)
      context.addIssue({ code: "custom", path: ["quietUntil"], message: "notices.errors.sameTimes" });
    if (Object.keys(kinds).length > 100)
      context.addIssue({ code: "custom", path: ["kinds"], message: "failures.malformed" });
  })
  .transform(({ kinds, quietFrom, quietUntil, digestAt }) => ({
    choices: Object.entries(kinds).map(([name, { inbox, mail }]) => ({
      kind: kindOf(name),
      inbox: inbox === "yes",
      mail,
    })),
    hours: { quiet: quietFrom && quietUntil ? { from: quietFrom, until: quietUntil } : null, digestAt },
  }));
export type PreferencesForm = z.input<typeof savePreferencesInput>;

export const stopMailsInput = z.strictObject({ token: z.string().max(200) });
