import { z } from "zod";
import { isPlainDate } from "@/kernel/dates";

const reference = { versionId: z.uuid(), revision: z.coerce.number().int().positive() };
const words = {
  name: z.string().trim().min(3, "policies.errors.name").max(120, "policies.errors.name"),
  note: z.string().trim().max(1000, "policies.errors.note"),
};

export const startDraftInput = z.strictObject({ kind: z.string().max(80) });

/** `policy` is the text of a policy or of a file that has one. */
export const saveDraftInput = z.strictObject({
  ...reference,
  ...words,
  policy: z.string().min(2, "policies.errors.policy").max(500_000, "policies.errors.policy"),
});

/** Figures as they were typed, by their places. */
export const saveFiguresInput = z.strictObject({
  ...reference,
  ...words,
  figures: z.record(z.string().max(300), z.string().max(200)),
});

export const checkDraftInput = z.strictObject(reference);

export const publishInput = z
  .strictObject({
    ...reference,
    effectiveOn: z.string().refine(isPlainDate, "policies.errors.day"),
    /** A recorded decision of the governance body, and its day; both or neither. */
    citedDecision: z.string().trim().max(300, "policies.errors.cited").default(""),
    citedOn: z
      .string()
      .refine((day) => day === "" || isPlainDate(day), "policies.errors.day")
      .default(""),
  })
  .refine(({ citedDecision, citedOn }) => citedDecision !== "" || citedOn === "", {
    path: ["citedDecision"],
    error: "policies.errors.citedWhat",
  })
  .refine(({ citedDecision, citedOn }) => citedDecision === "" || citedOn !== "", {
    path: ["citedOn"],
    error: "policies.errors.citedWhen",
  });

export const acknowledgeInput = z.strictObject({ versionId: z.uuid() });
