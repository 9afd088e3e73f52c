import { describe, expect, test } from "vitest";
import { money } from "@/kernel/money";
import { openStages } from "@/modules/deals/domain/deal";
import {
  declineReasons,
  extensionReasons,
  lossReasons,
  rejectionReasons,
  releaseReasons,
  revocationCauses,
} from "@/modules/deals/domain/reasons";
import {
  approveDealInput,
  askExtensionInput,
  askRevocationInput,
  changeStageInput,
  declineExtensionInput,
  declineRevocationInput,
  extendProtectionInput,
  grantExtensionInput,
  rejectDealInput,
  releaseDealInput,
  reportLossInput,
  reportWinInput,
  returnDealInput,
} from "@/modules/deals/schema";

const id = "019ab4d6-1111-7000-8000-000000000001";
const reference = { dealId: id, version: 3 };

describe("[DEAL-03] a decision", () => {
  const reject = (over: object) =>
    rejectDealInput.safeParse({ ...reference, reason: "not_qualified", note: "No budget yet.", ...over });

  test.each(rejectionReasons)("rejects for the coded reason %s with a note", (reason) =>
    expect(reject({ reason }).success).toBe(true),
  );

  test.each([
    ["without a reason", { reason: "" }],
    ["with a reason in words", { reason: "Because we say so" }],
    ["without a note", { note: "" }],
    ["with a note of spaces", { note: "     " }],
    ["with a note that says nothing", { note: "no" }],
    ["with a note beyond all measure", { note: "x".repeat(2001) }],
    ["with a field nobody asked for", { status: "approved" }],
    ["of no deal", { dealId: "7" }],
    ["of no version", { version: -1 }],
  ])("does not reject %s", (_, over) => expect(reject(over).success).toBe(false));

  test("returns with a question, never without", () => {
    expect(returnDealInput.safeParse({ ...reference, question: "Who signs?" }).success).toBe(true);
    expect(returnDealInput.safeParse({ ...reference, question: " " }).success).toBe(false);
  });

  test("approves with a note or with none", () => {
    expect(approveDealInput.parse({ ...reference, note: " fine " }).note).toBe("fine");
    expect(approveDealInput.safeParse({ ...reference, note: "" }).success).toBe(true);
  });
});

describe("an extension", () => {
  const ask = { ...reference, through: "2026-12-24", reason: "budget", note: "The board meets then." };

  test.each(extensionReasons)("is asked for because of %s, through a day, with a note", (reason) =>
    expect(askExtensionInput.safeParse({ ...ask, reason }).success).toBe(true),
  );

  test.each([{ through: "" }, { through: "2026-02-30" }, { reason: "" }, { reason: "Because" }, { note: " " }])(
    "is not asked for with %j",
    (over) => expect(askExtensionInput.safeParse({ ...ask, ...over }).success).toBe(false),
  );

  test("is granted with a note or with none, and given unasked with a reason", () => {
    const { reason, ...granted } = ask;
    expect(grantExtensionInput.parse({ ...granted, note: " fine " }).note).toBe("fine");
    expect(extendProtectionInput.safeParse({ ...granted, reason, note: "" }).success).toBe(true);
    expect(extendProtectionInput.safeParse({ ...granted, note: "" }).success).toBe(false);
  });

  test.each(declineReasons)("[DEAL-03] is declined for %s with a note, never without", (reason) => {
    expect(declineExtensionInput.safeParse({ ...reference, reason, note: "Nothing moved." }).success).toBe(true);
    expect(declineExtensionInput.safeParse({ ...reference, reason, note: "" }).success).toBe(false);
  });
});

describe("a revocation", () => {
  const ask = (over: object) =>
    askRevocationInput.safeParse({ ...reference, cause: "no_activity", note: "Nobody answers.", ...over }).success;

  test.each(revocationCauses)("is asked for with the cause %s and a note", (cause) =>
    expect(ask({ cause })).toBe(true),
  );

  test.each([{ cause: "" }, { cause: "In a mood" }, { note: "" }, { note: "  " }])("is not asked for with %j", (over) =>
    expect(ask(over)).toBe(false),
  );

  test("is declined with a note only", () => {
    expect(declineRevocationInput.safeParse({ ...reference, note: "They met yesterday." }).success).toBe(true);
    expect(declineRevocationInput.safeParse({ ...reference, note: "" }).success).toBe(false);
  });
});

describe("a release", () => {
  const release = (over: object) => releaseDealInput.safeParse({ ...reference, ...over });

  test.each(releaseReasons)("may say %s", (reason) => expect(release({ reason }).data?.reason).toBe(reason));

  test.each([{}, { reason: "" }])("may say nothing: %j", (over) => expect(release(over).data?.reason).toBeNull());

  test("says nothing in words", () => expect(release({ reason: "Because" }).success).toBe(false));
});

describe("a report", () => {
  const win = { ...reference, wonOn: "2026-11-20", amount: { amount: "100", currency: "EUR" }, orderReference: "PO-1" };

  test("of a win needs day, amount and order reference", () => {
    expect(reportWinInput.parse(win)).toMatchObject({ wonOn: "2026-11-20", amount: money(10_000, "EUR") });
    for (const blank of ["wonOn", "amount", "orderReference"])
      expect(reportWinInput.safeParse({ ...win, [blank]: "" }).success).toBe(false);
  });

  test.each(lossReasons)("of a loss for %s needs a day", (reason) => {
    expect(reportLossInput.safeParse({ ...reference, reason, lostOn: "2026-11-20" }).success).toBe(true);
    expect(reportLossInput.safeParse({ ...reference, reason, lostOn: "" }).success).toBe(false);
  });

  test("of a stage cannot win or lose", () => {
    for (const stage of openStages) expect(changeStageInput.safeParse({ ...reference, stage }).success).toBe(true);
    for (const stage of ["won", "lost", ""])
      expect(changeStageInput.safeParse({ ...reference, stage }).success).toBe(false);
  });
});
