import { z } from "zod";
import { isPlainDate, type PlainDate, plainDate } from "@/kernel/dates";
import { isCurrency, minorDigits, parseMajor } from "@/kernel/money";
import { registrableDomain } from "@/modules/accounts/domain/website";
import { dealTypes, openStages, participantRoles } from "./domain/deal";
import { participationReasons } from "./domain/participant";

const text = (most: number) => z.string().max(most, "deals.errors.tooLong");

/** A draft keeps whatever was typed, within sane lengths. */
export const dealDraft = z.strictObject({
  customer: z.strictObject({ name: text(200), website: text(300), country: text(2) }),
  contact: z.strictObject({ name: text(200), email: text(300) }),
  productLineId: text(40),
  partnerRole: text(40),
  dealType: text(40),
  amount: z.strictObject({ amount: text(40), currency: text(3) }),
  expectedClose: text(10),
  need: text(4000),
});

const filled = (key: string, most = 200) => z.string().trim().min(1, key).max(most, "deals.errors.tooLong");

const day = z
  .string()
  .trim()
  .min(1, "deals.errors.closeMissing")
  .refine(isPlainDate, "deals.errors.dateInvalid")
  .transform((value) => plainDate(value));

const amount = z
  .strictObject({
    amount: filled("deals.errors.amountMissing", 40),
    currency: z.string().refine(isCurrency, "deals.errors.currencyMissing"),
  })
  .transform((value, context) => {
    const parsed = parseMajor(value.amount, value.currency);
    if (parsed && parsed.amount > 0) return parsed;
    const problem = parsed ? "deals.errors.amountPositive" : `deals.errors.amountInvalid${minorDigits(value.currency)}`;
    context.addIssue({ code: "custom", path: ["amount"], message: problem });
    return z.NEVER;
  });

/** A complete registration: the eight required fields, and what is optional. Messages are keys. */
export const dealContent = z.strictObject({
  customer: z.strictObject({
    name: filled("deals.errors.customerMissing"),
    website: filled("deals.errors.websiteMissing", 300).refine(
      (value) => registrableDomain(value) !== null,
      "deals.errors.websiteInvalid",
    ),
    country: z.string().regex(/^[A-Z]{2}$/, "deals.errors.countryMissing"),
  }),
  contact: z.strictObject({
    name: filled("deals.errors.contactMissing"),
    email: filled("deals.errors.emailMissing", 300).pipe(z.email("deals.errors.emailInvalid")),
  }),
  productLineId: z.uuid("deals.errors.productMissing"),
  partnerRole: z.enum(participantRoles, "deals.errors.roleInvalid"),
  dealType: z.enum(dealTypes, "deals.errors.typeMissing"),
  amount,
  expectedClose: day,
  need: text(4000).transform((value) => value.trim()),
});

const reference = { dealId: z.uuid(), version: z.coerce.number().int().min(0) };
const note = z.string().trim().min(3, "deals.errors.noteMissing").max(2000, "deals.errors.tooLong");
/** The same for a note that the vendor's people read. */
const why = z.string().trim().min(3, "deals.errors.whyMissing").max(2000, "deals.errors.tooLong");

/** A coded reason; whether it is offered is known when it is given. */
const reason = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "deals.errors.reasonMissing");

export const saveDraftInput = z.strictObject({ ...reference, draft: dealDraft });
export const submitDealInput = z.strictObject({ ...reference, content: dealContent, answer: text(2000).optional() });
export const copyDealInput = z.strictObject({ ...reference, copyId: z.uuid() });
export const withdrawDealInput = z.strictObject(reference);
const optionalNote = text(2000).transform((value) => value.trim());
export const approveDealInput = z.strictObject({ ...reference, note: optionalNote });
export const rejectDealInput = z.strictObject({
  ...reference,
  reason,
  note,
});
export const returnDealInput = z.strictObject({ ...reference, question: note });
export const changeStageInput = z.strictObject({ ...reference, stage: z.enum(openStages) });
export const reportWinInput = z.strictObject({
  ...reference,
  wonOn: day,
  amount,
  orderReference: filled("deals.errors.orderMissing", 100),
});
export const confirmWinInput = z.strictObject(reference);
export const reportLossInput = z.strictObject({
  ...reference,
  reason,
  lostOn: day,
  note: optionalNote.default(""),
});
export const releaseDealInput = z.strictObject({
  ...reference,
  // A form sends an empty text where no reason was chosen.
  reason: z
    .union([reason, z.literal("")], "deals.errors.reasonMissing")
    .optional()
    .transform((value) => value || null),
  note: optionalNote.default(""),
});
export const openDisputeInput = z.strictObject({ ...reference, statement: why });
export const withdrawDisputeInput = z.strictObject(reference);
export const decideDisputeInput = z.strictObject({
  ...reference,
  outcome: z.enum(["upheld", "overturned"]),
  reason,
  note,
});
export const assignDisputeInput = z.strictObject({
  dealId: z.uuid(),
  /** Who has it on the screen of the one who hands it on. */
  fromId: z.uuid(),
  ownerId: z.uuid("deals.errors.personMissing"),
});
export const askRevocationInput = z.strictObject({
  ...reference,
  cause: reason,
  note,
});
export const confirmRevocationInput = z.strictObject(reference);
export const declineRevocationInput = z.strictObject({ ...reference, note: why });

export const askExtensionInput = z.strictObject({
  ...reference,
  through: day,
  reason,
  note: why,
});
export const grantExtensionInput = z.strictObject({ ...reference, through: day, note: optionalNote });
export const declineExtensionInput = z.strictObject({
  ...reference,
  reason,
  note,
});
export const extendProtectionInput = z.strictObject({
  ...reference,
  through: day,
  reason,
  note: optionalNote,
});

export const givePresalesInput = z.strictObject({ dealId: z.uuid(), version: reference.version, note });

export type DealContentInput = z.input<typeof dealContent>;

/** What the worker hands over when a clock is due. */
export const clockInput = z.strictObject({ clockId: z.uuid(), subjectId: z.uuid() });

/** What the worker hands over when an order names a reported win. */
export const confirmByOrderInput = z.strictObject({ dealId: z.uuid() });

/** What the worker hands over when a protection is about to end. */
export const warnOfEndInput = z.strictObject({
  dealId: z.uuid(),
  until: z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value)),
  days: z.int().positive(),
});

export const invitePartnerInput = z.strictObject({
  ...reference,
  participantId: z.uuid(),
  company: filled("deals.errors.companyMissing", 200),
  role: z.enum(participantRoles, "deals.errors.roleInvalid"),
  message: text(2000).transform((value) => value.trim()),
});
export const participationInput = z.strictObject({ participantId: z.uuid() });
const ending = { ...participationInput.shape, note: optionalNote };
export const declineParticipationInput = z.strictObject({
  ...ending,
  reason: z.enum(participationReasons.declined, "deals.errors.reasonMissing"),
});
export const leaveDealInput = z.strictObject({
  ...ending,
  reason: z.enum(participationReasons.left, "deals.errors.reasonMissing"),
});
export const removeParticipantInput = z.strictObject({
  ...participationInput.shape,
  reason: z.enum(participationReasons.removed, "deals.errors.reasonMissing"),
  note,
});
