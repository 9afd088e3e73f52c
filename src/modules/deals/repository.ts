import type { PlainDate } from "@/kernel/dates";
import { fromPlainDate, toPlainDate } from "@/server/clocks";
import { known, moneyFrom } from "@/server/columns";
import type { Prisma, Tx } from "@/server/db";
import type { Match } from "./domain/conflict";
import { type Deal, type DealContent, type DealDraft, dealStages, dealStatuses, participantRoles } from "./domain/deal";
import { typedAmount } from "./domain/draft";
import type { Period } from "./domain/protection";
import { dealDraft } from "./schema";

const stateColumns = {
  id: true,
  number: true,
  partnerId: true,
  ownerId: true,
  createdById: true,
  accountId: true,
  productLineId: true,
  partnerRole: true,
  amount: true,
  currency: true,
  status: true,
  stage: true,
  reviewerId: true,
  reviewerRole: true,
  policyVersionId: true,
  submittedAt: true,
  decisionMinutes: true,
  protectedUntil: true,
  wonOn: true,
  winReportedAt: true,
  winReportedById: true,
  winConfirmedAt: true,
  version: true,
} as const satisfies Prisma.DealSelect;

/** The state of a deal the actor can see, or null. */
export async function findDeal(tx: Tx, id: string): Promise<Deal | null> {
  const row = await tx.deal.findUnique({ where: { id }, select: stateColumns });
  if (!row) return null;
  const { amount, currency, ...rest } = row;
  return {
    ...rest,
    amount: moneyFrom(amount, currency),
    status: known(dealStatuses, row.status),
    stage: known(dealStages, row.stage),
    partnerRole: known(participantRoles, row.partnerRole),
    reviewerRole: row.reviewerRole === null ? null : "program_owner",
    protectedUntil: row.protectedUntil && toPlainDate(row.protectedUntil),
    wonOn: row.wonOn && toPlainDate(row.wonOn),
  };
}

/** Saves changes to a deal as it was read; false when somebody else saved in between. */
export async function saveDeal(
  tx: Tx,
  deal: Pick<Deal, "id" | "version">,
  changes: Prisma.DealUncheckedUpdateManyInput,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.deal.updateMany({
    where: { id: deal.id, version: deal.version },
    data: { ...changes, version: deal.version + 1, updatedAt: now },
  });
  return count === 1;
}

/** Keeps a deal as it was read until the transaction ends, without changing it; false when somebody saved in between. */
export async function holdDeal(tx: Tx, deal: Pick<Deal, "id" | "version">): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from deal where id = ${deal.id}::uuid and version = ${deal.version} for share`;
  return rows.length === 1;
}

/** The next number of the one list of deals, such as D-26-1184. */
async function nextNumber(tx: Tx, now: Date): Promise<string> {
  const rows = await tx.$queryRaw<{ value: bigint }[]>`select nextval('deal_number') as value`;
  return `D-${String(now.getUTCFullYear()).slice(2)}-${String(rows[0]?.value ?? 0).padStart(4, "0")}`;
}

export type NewDraft = {
  readonly id: string;
  readonly partnerId: string;
  readonly ownerId: string;
  readonly createdById: string;
  /** The deal it is a copy of. */
  readonly copiedFromId?: string;
  readonly draft: DealDraft;
  readonly now: Date;
};

/** Columns of a draft that lists can show; everything else stays in `typed` until it is submitted. */
export function draftColumns(draft: DealDraft): Prisma.DealUncheckedUpdateManyInput {
  return {
    typed: draft,
    customerName: draft.customer.name.trim(),
    customerWebsite: draft.customer.website.trim(),
    contactName: draft.contact.name.trim(),
    contactEmail: draft.contact.email.trim(),
  };
}

/** Begins a draft. False when the id is already taken, by a repeat of the same request. */
export async function insertDraft(
  tx: Tx,
  { id, partnerId, ownerId, createdById, copiedFromId, draft, now }: NewDraft,
): Promise<string | null> {
  const number = await nextNumber(tx, now);
  const { count } = await tx.deal.createMany({
    data: {
      id,
      number,
      partnerId,
      ownerId,
      createdById,
      copiedFromId: copiedFromId ?? null,
      typed: draft,
      customerName: draft.customer.name.trim(),
      customerWebsite: draft.customer.website.trim(),
      contactName: draft.contact.name.trim(),
      contactEmail: draft.contact.email.trim(),
      createdAt: now,
      updatedAt: now,
    },
    skipDuplicates: true,
  });
  return count === 1 ? number : null;
}

/** The number of a copy somebody made of a deal, or null. */
export async function findCopy(tx: Tx, id: string, copiedFromId: string): Promise<string | null> {
  const row = await tx.deal.findFirst({ where: { id, copiedFromId }, select: { number: true } });
  return row?.number ?? null;
}

/** What was typed into a deal. One that was imported without it is put together from what is known of it. */
export async function typedDraft(tx: Tx, id: string): Promise<DealDraft> {
  const row = await tx.deal.findUniqueOrThrow({ where: { id } });
  const typed = dealDraft.safeParse(row.typed);
  if (typed.success) return typed.data;
  const amount = moneyFrom(row.amount, row.currency);
  return {
    customer: { name: row.customerName, website: row.customerWebsite, country: row.customerCountry ?? "" },
    contact: { name: row.contactName, email: row.contactEmail },
    productLineId: row.productLineId ?? "",
    partnerRole: row.partnerRole,
    dealType: row.dealType,
    amount: amount ? typedAmount(amount) : { amount: "", currency: "EUR" },
    expectedClose: row.expectedClose ? toPlainDate(row.expectedClose) : "",
    need: row.need,
  };
}

/** The columns of a checked registration. */
export function contentColumns(content: DealContent, typed: DealDraft): Prisma.DealUncheckedUpdateManyInput {
  return {
    typed,
    customerName: content.customer.name,
    customerWebsite: content.customer.website,
    customerCountry: content.customer.country,
    contactName: content.contact.name,
    contactEmail: content.contact.email,
    productLineId: content.productLineId,
    partnerRole: content.partnerRole,
    dealType: content.dealType,
    amount: BigInt(content.amount.amount),
    currency: content.amount.currency,
    expectedClose: fromPlainDate(content.expectedClose),
    need: content.need,
  };
}

export type Scope = { readonly accountId: string; readonly productLineId: string; readonly role: string };

/**
 * Protects a scope. False when somebody else holds any of its days: the database decides, and the transaction lives on.
 */
export async function insertProtection(
  tx: Tx,
  protection: Scope & {
    id: string;
    dealId: string;
    partnerId: string;
    /** Whose it is, where that is not the partner that registered. */
    participantId?: string;
    period: Period;
    now: Date;
  },
): Promise<boolean> {
  const { id, dealId, partnerId, participantId = null, accountId, productLineId, role, period, now } = protection;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into protection (id, deal_id, partner_id, participant_id, account_id, product_line_id, role, period, created_at)
    values (${id}::uuid, ${dealId}::uuid, ${partnerId}::uuid, ${participantId}::uuid, ${accountId}::uuid, ${productLineId}::uuid,
      ${role}, daterange(${period.from}::date, ${period.until}::date), ${now})
    on conflict do nothing returning id`;
  return rows.length === 1;
}

/** The newest protection of the partner that registered a deal, as a half-open range of days. */
export async function findProtection(tx: Tx, dealId: string): Promise<(Period & { id: string }) | null> {
  const rows = await tx.$queryRaw<{ id: string; from: Date; until: Date }[]>`
    select id, lower(period) as "from", upper(period) as "until" from protection
    where deal_id = ${dealId}::uuid and participant_id is null order by upper(period) desc limit 1`;
  const row = rows[0];
  return row ? { id: row.id, from: toPlainDate(row.from), until: toPlainDate(row.until) } : null;
}

/** Shortens the protection of a deal, and with it those of who takes part in it. */
export async function shortenProtection(tx: Tx, id: string, period: Period): Promise<void> {
  await tx.$executeRaw`update protection set period = daterange(${period.from}::date, ${period.until}::date) where id = ${id}::uuid`;
  await tx.$executeRaw`
    update protection p set period = daterange(lower(p.period), greatest(lower(p.period) + 1, ${period.until}::date))
    from protection d where d.id = ${id}::uuid and p.deal_id = d.deal_id and p.participant_id is not null
      and upper(p.period) > ${period.until}::date`;
}

/** Whether any day from today on is protected by another deal for this scope. Only the system sees all of them. */
export async function isScopeTaken(tx: Tx, scope: Scope, dealId: string, today: PlainDate): Promise<boolean> {
  const rows = await tx.$queryRaw<{ taken: boolean }[]>`
    select exists (select 1 from protection where account_id = ${scope.accountId}::uuid and product_line_id = ${scope.productLineId}::uuid
      and role = ${scope.role} and deal_id <> ${dealId}::uuid and upper(period) > ${today}::date) as taken`;
  return rows[0]?.taken ?? false;
}

export type ProtectedDeal = {
  readonly dealId: string;
  readonly dealNumber: string;
  /** Who registered the deal; the protection may be of another that takes part in it. */
  readonly leadId: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly accountId: string;
  readonly productLineId: string;
  readonly productLine: string;
  readonly role: string;
  readonly customerName: string;
  readonly until: PlainDate;
};

/** Deals of anybody that are protected from today on at these accounts. Only the system sees all of them. */
export async function protectedDeals(
  tx: Tx,
  accountIds: readonly string[],
  exceptDealId: string,
  today: PlainDate,
): Promise<ProtectedDeal[]> {
  const rows = await tx.$queryRaw<(Omit<ProtectedDeal, "until"> & { until: Date })[]>`
    select p.deal_id as "dealId", d.number as "dealNumber", d.partner_id as "leadId", p.partner_id as "partnerId", q.name as "partnerName",
      p.account_id as "accountId", p.product_line_id as "productLineId", l.name as "productLine", p.role,
      d.customer_name as "customerName", upper(p.period) as until
    from protection p join deal d on d.id = p.deal_id join partner q on q.id = p.partner_id join product_line l on l.id = p.product_line_id
    where p.account_id = any (${[...accountIds]}::uuid[]) and p.deal_id <> ${exceptDealId}::uuid and upper(p.period) > ${today}::date`;
  return rows.map((row) => ({ ...row, until: toPlainDate(row.until) }));
}

/** How many registrations of a partner were ever approved. */
export function countApproved(tx: Tx, partnerId: string): Promise<number> {
  return tx.deal.count({ where: { partnerId, status: { in: ["approved", "expired", "released"] } } });
}

/** Writes what a registration resembles, where only the vendor reads it. */
export async function insertConflicts(
  tx: Tx,
  deal: Pick<Deal, "id" | "partnerId">,
  matches: readonly Match[],
  newId: () => string,
  now: Date,
): Promise<void> {
  if (matches.length === 0) return;
  await tx.dealConflict.createMany({
    data: matches.map(({ candidate, score, evidence }) => ({
      id: newId(),
      dealId: deal.id,
      partnerId: deal.partnerId,
      class: candidate.class,
      score,
      otherDealId: candidate.dealId,
      other: candidate,
      evidence: evidence.map((field) => ({ ...field })),
      foundAt: now,
    })),
  });
}

/** The code of a product line, by which rules name it. Unknown ids do not get past the form. */
export async function productLineCode(tx: Tx, id: string): Promise<string> {
  const line = await tx.productLine.findUniqueOrThrow({ where: { id }, select: { code: true } });
  return line.code;
}

/** Whether somebody has not submitted a registration yet. */
export async function isFirstOf(tx: Tx, personId: string): Promise<boolean> {
  const submitted = await tx.deal.findFirst({
    where: { ownerId: personId, submittedAt: { not: null } },
    orderBy: { submittedAt: "asc" },
    select: { id: true },
  });
  return submitted === null;
}

/** The name of a product line, as it stands in evidence. */
export async function productLineName(tx: Tx, id: string): Promise<string> {
  const line = await tx.productLine.findUniqueOrThrow({ where: { id }, select: { name: true } });
  return line.name;
}
