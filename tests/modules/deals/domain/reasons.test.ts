import { describe, expect, test } from "vitest";
import { reasonProblem, reliesOn } from "@/modules/deals/domain/reasons";

const offered = [
  { code: "price", noteRequired: false },
  { code: "other", noteRequired: true },
];

describe("[DEAL-03] a coded reason", () => {
  test.each([
    ["price", "", null],
    ["price", "Too dear.", null],
    ["other", "They moved abroad.", null],
    ["other", "", { note: "deals.errors.noteForReason" }],
    ["other", "  x ", { note: "deals.errors.noteForReason" }],
    ["competitor", "They said so.", { reason: "deals.errors.reasonOff" }],
  ])("%s with the note %j: %j", (code, note, problem) =>
    expect(reasonProblem(offered, { code, note })).toEqual(problem),
  );

  test.each([
    ["rejection", "protected_registration", "rules"],
    ["rejection", "existing_customer", "rules"],
    ["rejection", "other", "last"],
    ["loss", "other", "last"],
    ["loss", "price", null],
    ["decline", "existing_customer", null],
  ] as const)("of a %s, %s is always offered for: %s", (kind, code, why) => expect(reliesOn(kind, code)).toBe(why));
});
