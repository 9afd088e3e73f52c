import type { PersonActor } from "@/kernel/actor";
import { addDays, type PlainDate } from "@/kernel/dates";
import type { DealContentInput } from "@/modules/deals/schema";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { askExtension } from "@/modules/deals/use-cases/ask-extension";
import { askRevocation } from "@/modules/deals/use-cases/ask-revocation";
import { changeStage } from "@/modules/deals/use-cases/change-stage";
import { confirmRevocation } from "@/modules/deals/use-cases/confirm-revocation";
import { confirmWin } from "@/modules/deals/use-cases/confirm-win";
import { copyDeal } from "@/modules/deals/use-cases/copy-deal";
import { declineExtension } from "@/modules/deals/use-cases/decline-extension";
import { declineRevocation } from "@/modules/deals/use-cases/decline-revocation";
import { extendUnasked } from "@/modules/deals/use-cases/extend-unasked";
import { grantExtension } from "@/modules/deals/use-cases/grant-extension";
import { rejectDeal } from "@/modules/deals/use-cases/reject-deal";
import { releaseDeal } from "@/modules/deals/use-cases/release-deal";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { reportWin } from "@/modules/deals/use-cases/report-win";
import { returnDeal } from "@/modules/deals/use-cases/return-deal";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { withdrawDeal } from "@/modules/deals/use-cases/withdraw-deal";
import type { UseCase } from "@/server/use-case";
import { productId } from "../ids";
import { act, type Live } from "../live";

/** What a step is told with: `words` are read by the partner, `secret` by the vendor's people only. */
export type Telling = {
  readonly words: string;
  readonly secret: string;
  readonly content: DealContentInput;
  readonly today: PlainDate;
  /** The last protected day as the deal stands. */
  readonly through: PlainDate;
  readonly copyId: string;
};

export type Reference = { readonly dealId: string; readonly version: number };

/** A use case that acts on one deal: who does it, and how. */
export type Verb = {
  readonly by: "seller" | "manager" | "second";
  readonly tell: (
    live: Live,
    actor: PersonActor,
    reference: Reference,
    telling: Telling,
    now: Date,
  ) => Promise<unknown>;
};

function verb<Input, Value>(
  by: Verb["by"],
  useCase: UseCase<Input, Value>,
  input: (telling: Telling) => object = () => ({}),
): Verb {
  const tell: Verb["tell"] = (live, actor, reference, telling, now) =>
    act(live, actor, useCase, { ...reference, ...input(telling) }, now);
  return { by, tell };
}

const amount = { amount: "190000", currency: "EUR" };

/** Every verb of a registration, with its words in all free text it takes. */
export const verbs = {
  submit: verb("seller", submitDeal, ({ content, words }) => ({ content, answer: words })),
  withdraw: verb("seller", withdrawDeal),
  approve: verb("manager", approveDeal, ({ words }) => ({ note: words })),
  reject: verb("manager", rejectDeal, ({ words }) => ({ reason: "not_qualified", note: words })),
  ask: verb("manager", returnDeal, ({ words }) => ({ question: words })),
  prospect: verb("seller", changeStage, () => ({ stage: "prospecting" })),
  propose: verb("seller", changeStage, () => ({ stage: "proposal" })),
  negotiate: verb("seller", changeStage, () => ({ stage: "negotiation" })),
  win: verb("seller", reportWin, ({ words, today }) => ({ wonOn: today, amount, orderReference: words })),
  confirm: verb("manager", confirmWin),
  lose: verb("seller", reportLoss, ({ today }) => ({ lostOn: today, reason: "price" })),
  release: verb("seller", releaseDeal, () => ({ reason: "not_pursued" })),
  copy: verb("seller", copyDeal, ({ copyId }) => ({ copyId })),
  askLonger: verb("seller", askExtension, ({ words, through }) => ({
    through: addDays(through, 80),
    reason: "procurement",
    note: words,
  })),
  grantLonger: verb("manager", grantExtension, ({ words, through }) => ({
    through: addDays(through, 20),
    note: words,
  })),
  declineLonger: verb("manager", declineExtension, ({ words }) => ({ reason: "no_progress", note: words })),
  extend: verb("manager", extendUnasked, ({ words, through }) => ({
    through: addDays(through, 10),
    reason: "evaluation",
    note: words,
  })),
  suspect: verb("manager", askRevocation, ({ secret }) => ({ cause: "no_activity", note: secret })),
  accuse: verb("manager", askRevocation, ({ words }) => ({ cause: "false_information", note: words })),
  acquit: verb("second", declineRevocation, ({ secret }) => ({ note: secret })),
  revoke: verb("second", confirmRevocation),
} as const satisfies Record<string, Verb>;

export type VerbName = keyof typeof verbs;

/** A registration that a person has to decide: all its free text is the same words. */
export function contentOf(words: string, country: string, expectedClose: PlainDate): DealContentInput {
  const host = words.toLowerCase();
  return {
    customer: { name: words, website: `${host}.example`, country },
    contact: { name: words, email: `${host}@customer.example` },
    productLineId: productId("lakehouse"),
    partnerRole: "selling",
    dealType: "new",
    amount,
    expectedClose,
    need: words,
  };
}
