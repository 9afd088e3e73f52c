import type { PlainDate } from "@/kernel/dates";
import { type Money, minorDigits } from "@/kernel/money";
import type { DealContent, DealDraft } from "./deal";

/** An empty form; the currency is the partner's. */
export function emptyDraft(currency: string): DealDraft {
  return {
    customer: { name: "", website: "", country: "" },
    contact: { name: "", email: "" },
    productLineId: "",
    partnerRole: "selling",
    dealType: "new",
    amount: { amount: "", currency },
    expectedClose: "",
    need: "",
  };
}

/** What was typed once, to begin again from: a day that has passed is asked for anew. */
export function anew(draft: DealDraft, today: PlainDate): DealDraft {
  return draft.expectedClose < today ? { ...draft, expectedClose: "" } : draft;
}

/** A checked registration as text again, so that a question sent back opens the form as it was. */
export function typedFrom(content: DealContent): DealDraft {
  return { ...content, amount: typedAmount(content.amount) };
}

/** An amount as a person types it. */
export function typedAmount({ amount, currency }: Money): DealDraft["amount"] {
  const digits = minorDigits(currency);
  const text = amount.toString().padStart(digits + 1, "0");
  return { amount: digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`, currency };
}
