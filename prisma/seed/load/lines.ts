import { typedFrom } from "@/modules/deals/domain/draft";
import { registrationPolicyKind } from "@/modules/deals/facts";
import type { Days } from "./calendar";
import { openSink, type Sink, type Value } from "./copy";
import type { LoadDeal } from "./deal";

/** The tables that lines are copied into before they go where they belong, with their columns in the order of the lines. */
export const staged = {
  account: ["id", "name", "country", "is_customer", "created_at"],
  account_domain: ["domain", "account_id"],
  account_name: ["country", "normalised", "account_id"],
  account_search: ["account_id", "country", "keys", "version"],
  clock: [
    ...["id", "subject_id", "partner_id", "kind", "started_at", "due_at", "budget_minutes", "consequence"],
    ...["stopped_at", "fired_at"],
  ],
  deal: [
    ...["id", "number", "partner_id", "owner_id", "created_by_id", "account_id", "customer_name", "customer_website"],
    ...["customer_country", "contact_name", "contact_email", "product_line_id", "partner_role", "deal_type", "amount"],
    ...[
      "currency",
      "reporting_amount",
      "rate_day",
      "expected_close",
      "need",
      "typed",
      "status",
      "stage",
      "reviewer_id",
    ],
    ...["policy_version_id", "review_reason", "submitted_at", "decided_at", "decision_minutes", "due_at"],
    ...["protected_until", "benefit_basis_points", "question", "won_on", "won_amount", "won_currency"],
    ...[
      "won_reporting_amount",
      "won_rate_day",
      "order_reference",
      "win_reported_at",
      "win_reported_by_id",
      "win_confirmed_at",
    ],
    ...["win_confirmed_by_id", "lost_on", "lost_reason", "version", "created_at", "updated_at"],
  ],
  deal_conflict: ["id", "deal_id", "partner_id", "class", "score", "other_deal_id", "other", "evidence", "found_at"],
  decision: [
    ...[
      "id",
      "kind",
      "subject_id",
      "partner_id",
      "policy_version_id",
      "outcome",
      "reason_code",
      "note",
      "decider_kind",
    ],
    ...["decider_id", "decider_name", "decided_for", "evaluation", "decided_at", "facts", "basis"],
  ],
  direct_opportunity: ["id", "external_id", "account_id", "owner_name", "is_open", "synced_at"],
  protection: ["id", "deal_id", "partner_id", "account_id", "product_line_id", "role", "period", "created_at"],
  step: [
    ...["id", "deal_id", "partner_id", "n", "at", "type", "actor_kind", "actor_id", "actor_name", "actor_side", "data"],
    ...["status", "stage"],
  ],
} as const;
export type Staged = keyof typeof staged;

export type Sinks = Readonly<Record<Staged, Sink>>;

/** Opens all of them, at the places they were made. */
export async function openSinks(ownerUrl: string, placeOf: (table: Staged) => string): Promise<Sinks> {
  const names = Object.keys(staged) as Staged[];
  const sinks = await Promise.all(
    names.map(async (name) => [name, await openSink(ownerUrl, placeOf(name), staged[name])] as const),
  );
  // One for each of the names.
  return Object.fromEntries(sinks) as Record<Staged, Sink>;
}

const instant = (at: number | null) => (at === null ? null : new Date(at));

type Writer = { readonly sinks: Sinks; readonly days: Days; readonly newId: (at: number) => string };

/** Writes a deal with everything that hangs on it. */
export function writeDeal(writer: Writer, deal: LoadDeal): void {
  const { sinks, days, newId } = writer;
  sinks.deal.line(dealLine(writer, deal));
  const { id, partner } = deal;
  deal.steps.forEach(({ at, type, by, data, status, stage }, n) => {
    const actor = by
      ? ["person", by.id, by.name, by.partnerId ? "partner" : "vendor"]
      : ["system", null, "Entente", "system"];
    sinks.step.line([newId(at), id, partner.id, n, instant(at), type, ...actor, data, status, stage]);
  });
  for (const { kind, startedAt, dueAt, budgetMinutes, consequence, stoppedAt, firedAt } of deal.clocks) {
    const times = [
      instant(startedAt),
      instant(dueAt),
      budgetMinutes,
      consequence,
      instant(stoppedAt),
      instant(firedAt),
    ];
    sinks.clock.line([newId(startedAt), id, partner.id, kind, ...times]);
  }
  for (const { match, at } of deal.conflicts) {
    const { candidate, score, evidence } = match;
    const found = [candidate.class, score, candidate.dealId, candidate, evidence, instant(at)];
    sinks.deal_conflict.line([newId(at), id, partner.id, ...found]);
  }
  writeDecisions(writer, deal);
  const { protectedFrom, protectedUntil, decidedAt, account } = deal;
  if (protectedFrom === null || protectedUntil === null || decidedAt === null) return;
  const period = `[${days.text(protectedFrom)},${days.text(protectedUntil)})`;
  const scope = [account.id, deal.content.productLineId, deal.content.partnerRole, period, instant(decidedAt)];
  sinks.protection.line([newId(decidedAt), id, partner.id, ...scope]);
}

function writeDecisions({ sinks, newId }: Writer, { id, partner, policy, decisions }: LoadDeal): void {
  if (!policy) return;
  for (const { outcome, reasonCode, note, by, forName, at, basis } of decisions) {
    const decider = by ? ["person", by.id, by.name, forName] : ["system", null, "Entente", null];
    const head = [newId(at), registrationPolicyKind, id, partner.id, policy.id, outcome, reasonCode, note];
    sinks.decision.line([...head, ...decider, basis.visible, instant(at), basis.facts, basis.trace]);
  }
}

function dealLine({ days }: Writer, deal: LoadDeal): Value[] {
  const { content, win, account, partner, seller, policy, reporting } = deal;
  const isDraft = deal.submittedAt === null;
  return [
    ...[deal.id, deal.number, partner.id, seller.id, seller.id, isDraft ? null : account.id, content.customer.name],
    ...[
      content.customer.website,
      isDraft ? null : content.customer.country,
      content.contact.name,
      content.contact.email,
    ],
    ...[isDraft ? null : content.productLineId, content.partnerRole, content.dealType],
    ...(isDraft ? [null, null] : [content.amount.amount, content.amount.currency]),
    ...[
      reporting?.amount,
      reporting?.rateDay,
      isDraft ? null : content.expectedClose,
      content.need,
      typedFrom(content),
    ],
    ...[deal.status, deal.stage, deal.reviewer?.id, policy?.id, deal.reviewReason, instant(deal.submittedAt)],
    ...[instant(deal.decidedAt), deal.decisionMinutes, instant(deal.dueAt)],
    ...[deal.protectedUntil === null ? null : days.text(deal.protectedUntil), deal.benefit, deal.question],
    ...[win?.on, win?.money.amount, win?.money.currency, win?.reporting, win?.rateDay, win?.order],
    ...[
      instant(deal.winReportedAt),
      win && deal.seller.id,
      instant(deal.winConfirmedAt),
      deal.winConfirmedBy?.id,
      deal.lostOn,
      deal.lostReason,
    ],
    ...[deal.steps.length, instant(deal.draftedAt), instant(deal.steps.at(-1)?.at ?? deal.draftedAt)],
  ];
}
