import type pg from "pg";
import { clockKinds } from "@/modules/deals/domain/clock";
import { insert, type Line } from "./insert";
import type { Ledger, LedgerClock, LedgerDeal } from "./ledger";
import { happened, save } from "./ledger-steps";
import type { Moment } from "./moments";

/** Tells moments in the order of time, also those that are added while it goes, with the clocks in between. */
export function tellPast(ledger: Ledger, moments: Moment[], until: Date): number {
  const waiting: Moment[] = [];
  for (let told = 0; ; told += 1) {
    waiting.push(...moments.splice(0));
    waiting.sort((left, right) => right.at.getTime() - left.at.getTime());
    const next = waiting.pop();
    const end = !next || next.at > until;
    fireClocks(ledger, end ? until : next.at);
    if (end) return told;
    next.tell();
  }
}

/** Does what every clock that is due by a moment is there for, each at the moment it was due. */
function fireClocks(ledger: Ledger, until: Date): void {
  for (;;) {
    const due = ledger.clocks
      .filter((clock) => !clock.stoppedAt && !clock.firedAt && clock.dueAt <= until)
      .sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime())[0];
    if (!due) return;
    due.firedAt = due.dueAt;
    fire(ledger, due);
  }
}

function fire(ledger: Ledger, { deal, kind, dueAt }: LedgerClock): void {
  if (kind === clockKinds.review && deal.status === "in_review") {
    const owner = ledger.programOwners.find((id) => id !== deal.ownerId && id !== deal.createdById);
    const from = ledger.people.get(deal.reviewerId ?? "") ?? null;
    save(ledger, deal, { reviewerId: owner ?? deal.reviewerId }, dueAt);
    happened(ledger, deal, "deal.escalated", null, dueAt, {
      from,
      to: ledger.people.get(deal.reviewerId ?? "") ?? null,
    });
  }
  if (kind === clockKinds.answer && deal.status === "needs_info") {
    save(ledger, deal, { status: "withdrawn", columns: { dueAt: null } }, dueAt);
    happened(ledger, deal, "deal.withdrawnUnanswered", null, dueAt);
  }
  if (kind === clockKinds.protection && deal.status === "approved" && !deal.winConfirmedAt) {
    save(ledger, deal, { status: "expired" }, dueAt);
    happened(ledger, deal, "deal.expired", null, dueAt);
  }
}

function dealLine({ policy, columns, ...deal }: LedgerDeal): Line {
  return {
    ...columns,
    ...deal,
    accountId: deal.accountId || null,
    policyVersionId: policy?.id ?? null,
    origin: "partner",
  };
}

/** Writes everything that was told into the owner's database, in the transaction of the caller. */
export async function writeLedger(db: pg.Client, ledger: Ledger): Promise<void> {
  const accounts = [...ledger.accounts.values()];
  const news = accounts.filter((account) => !ledger.known.has(account.id));
  await insert(
    db,
    "account",
    news.map(({ id, name, country, isCustomer, createdAt }) => ({ id, name, country, isCustomer, createdAt })),
  );
  await db.query("update account set is_customer = true where id = any ($1)", [
    accounts.filter((account) => account.isCustomer).map((account) => account.id),
  ]);
  const domains = accounts.flatMap(({ id, domains }) => domains.map((domain) => ({ domain, accountId: id })));
  await insert(db, "account_domain", domains, "on conflict do nothing");
  const names = accounts.flatMap(({ id, country, names }) =>
    names.map((normalised) => ({ country, normalised, accountId: id })),
  );
  await insert(db, "account_name", names, "on conflict do nothing");
  await insert(db, "account_link", ledger.lines.accountLink, "on conflict do nothing");
  await insert(db, "deal", ledger.deals.map(dealLine));
  // The trigger saw only how each deal stands in the end.
  await db.query("delete from deal_history where deal_id = any ($1)", [ledger.deals.map((deal) => deal.id)]);
  await insert(db, "deal_history", ledger.lines.dealHistory);
  await insert(
    db,
    "protection",
    ledger.protections.map(({ deal, period, customerName: _name, nameKeys: _keys, ...rest }) => ({
      ...rest,
      dealId: deal.id,
      partnerId: deal.partnerId,
      period: `[${period.from},${period.until})`,
    })),
  );
  await insert(
    db,
    "clock",
    ledger.clocks.map(({ deal, ...rest }) => ({ ...rest, subjectId: deal.id, partnerId: deal.partnerId })),
  );
  await insert(db, "deal_conflict", ledger.lines.dealConflict);
  await insert(db, "decision", ledger.lines.decision);
  await insert(db, "decision_basis", ledger.lines.decisionBasis);
  await insert(db, "event", ledger.lines.event);
  if (ledger.deals.length > 0) await db.query("select setval('deal_number', $1)", [ledger.deals.length]);
}
