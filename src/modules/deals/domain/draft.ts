import { minorDigits } from "@/kernel/money";
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

/** A checked registration as text again, so that a question sent back opens the form as it was. */
export function typedFrom(content: DealContent): DealDraft {
  const digits = minorDigits(content.amount.currency);
  const text = content.amount.amount.toString().padStart(digits + 1, "0");
  const amount = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return { ...content, amount: { amount, currency: content.amount.currency } };
}
