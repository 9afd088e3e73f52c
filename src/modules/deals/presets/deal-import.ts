import { dayOf, isPlainDate, type PlainDate } from "@/kernel/dates";
import { customerLink } from "@/modules/accounts/public";
import { linkTo } from "@/modules/imports/domain/links";
import { type Field, isMoney, type Preset, type RowProblem, type TypedRow } from "@/modules/imports/domain/preset";
import { textOf, wordOf } from "@/modules/imports/domain/words";
import type { CompletedRow, Completion, ImportPart } from "@/modules/imports/public";
import { dealStages, dealTypes, participantRoles } from "../domain/deal";
import { emptyDraft, typedAmount } from "../domain/draft";
import { reasonWords } from "../repository/reasons";
import { dealTarget } from "./deal-target";
import { reportingAmounts } from "./reporting-amounts";

const plainWords = (keys: readonly string[]) => keys.map((key) => ({ key, label: key.replaceAll("_", " ") }));

/** Stages as systems call them; "Engaging" is the two-stage pipeline's word for a customer who answers. */
export const stageWords = dealStages.map((key) => ({
  key,
  label: key,
  words: {
    prospecting: ["new", "open"],
    qualified: ["qualification", "engaging"],
    proposal: ["proposal/price quote", "quote"],
    negotiation: ["negotiation/review"],
    won: ["closed won", "closed-won"],
    lost: ["closed lost", "closed-lost"],
  }[key],
}));

const fields: readonly Field[] = [
  {
    key: "reference",
    kind: "text",
    words: ["deal id", "opportunity id", "external id", "id", "crm id"],
    required: true,
  },
  {
    key: "partner",
    kind: "text",
    words: ["partner domain", "partner name", "partner account", "reseller"],
    required: true,
  },
  {
    key: "owner",
    kind: "text",
    words: ["owner email", "partner contact", "sales email"],
    format: "email",
    required: true,
  },
  { key: "customer", kind: "text", words: ["account", "account name", "customer name", "company"] },
  { key: "customerCountry", kind: "choice", words: ["country", "account country"], among: "country" },
  { key: "customerWebsite", kind: "text", words: ["website", "domain", "account website"], format: "website" },
  { key: "contactName", kind: "text", words: ["contact", "customer contact"] },
  { key: "contactEmail", kind: "text", words: ["contact e-mail", "customer email"], format: "email" },
  { key: "productLine", kind: "choice", words: ["product", "product line"], among: "product_line" },
  {
    key: "amount",
    kind: "money",
    words: ["value", "deal amount", "deal value", "close value"],
    currency: { field: "currency" },
  },
  { key: "currency", kind: "choice", words: ["currency code"], among: "currency" },
  { key: "stage", kind: "choice", words: ["deal stage", "sales stage"], among: stageWords, required: true },
  { key: "dealType", kind: "choice", words: ["type"], among: plainWords(dealTypes) },
  { key: "partnerRole", kind: "choice", words: ["role"], among: plainWords(participantRoles) },
  { key: "createdOn", kind: "date", words: ["created", "created date", "open date", "engage date"] },
  { key: "expectedClose", kind: "date", words: ["expected close date", "close date expected"] },
  { key: "closedOn", kind: "date", words: ["closed", "closed date", "close date", "won on", "lost on"] },
  { key: "lostReason", kind: "choice", words: ["loss reason", "reason lost"], among: "loss_reason" },
  { key: "orderReference", kind: "text", words: ["order", "order number", "po number"] },
  { key: "need", kind: "text", words: ["description", "notes"], most: 2000 },
];

/** What must hold of a deal: a closed one has its day, a won one an amount. Who the customer is may be open, and is counted. */
export function dealProblems(row: TypedRow): RowProblem[] {
  const problems: RowProblem[] = [];
  const amount = isMoney(row.amount) ? row.amount.amount : null;
  const isClosed = row.stage === "won" || row.stage === "lost";
  if (amount !== null && amount < 0) problems.push({ field: "amount", reason: "negative" });
  if (row.stage === "won" && !amount) problems.push({ field: "amount", reason: "wonWithoutAmount" });
  if (isClosed && !row.closedOn) problems.push({ field: "closedOn", reason: "closedWithoutDay" });
  if (!isClosed && row.closedOn) problems.push({ field: "closedOn", reason: "openWithDay" });
  if (row.stage === "lost" && !row.lostReason) problems.push({ field: "lostReason", reason: "lostWithoutReason" });
  if (!row.customer) problems.push({ field: "customer", reason: "customerNotNamed", severity: "warning" });
  return problems;
}

const dayIn = (row: TypedRow, field: string): PlainDate | null => {
  const text = textOf(row, field);
  return isPlainDate(text) ? text : null;
};

/** The deal as a form would hold it, so that an open one can be registered by its partner. */
function typedOf(row: TypedRow) {
  const amount = isMoney(row.amount) && row.amount.amount > 0 ? row.amount : null;
  const draft = {
    ...emptyDraft(amount?.currency ?? ""),
    customer: {
      name: textOf(row, "customer"),
      website: textOf(row, "customerWebsite"),
      country: textOf(row, "customerCountry"),
    },
    contact: { name: textOf(row, "contactName"), email: textOf(row, "contactEmail") },
    expectedClose: textOf(row, "expectedClose"),
    need: textOf(row, "need"),
    partnerRole: textOf(row, "partnerRole") || "selling",
    dealType: textOf(row, "dealType") || "new",
  };
  return amount ? { ...draft, amount: typedAmount(amount) } : draft;
}

/** Which of the preset's values say where a deal comes from and what it points at, whatever else its file holds. */
export const dealRecognition: Pick<Preset, "check" | "derive" | "identity"> = {
  check: dealProblems,
  derive: (row) => ({ typed: typedOf(row) }),
  identity: (row) => wordOf("reference", `${textOf(row, "source")}/${textOf(row, "reference")}`),
};

const preset: Preset = {
  id: "deals",
  fields,
  fixed: { source: "deals" },
  ...dealRecognition,
  links: {
    partner: linkTo("partner", "partner", "domain", "name"),
    owner: linkTo("person", "owner", "mail"),
    account: customerLink({ reason: "customerUnknown", severity: "warning" }),
    productLine: linkTo("product_line", "productLine", "code"),
  },
};

/** Converts amounts at the rate of the day a deal was closed, else begun, else imported; a day without a rate is a warning. */
export const completeDeals: NonNullable<ImportPart["prepare"]> = async (tx, { now, zone, reportingCurrency }) => {
  const today = dayOf(now, zone);
  const inReporting = reportingAmounts(tx, reportingCurrency);
  async function completed(row: TypedRow): Promise<CompletedRow> {
    const closed = dayIn(row, "closedOn");
    const problems: RowProblem[] = closed && closed > today ? [{ field: "closedOn", reason: "inFuture" }] : [];
    if (!isMoney(row.amount) || row.amount.amount === 0) return { values: row, problems, byRule: [] };
    const reported = await inReporting(row.amount, closed ?? dayIn(row, "createdOn") ?? today);
    if (!reported) problems.push({ field: "amount", reason: "noRate", severity: "warning" });
    return { values: row, problems, byRule: [], ...(reported ? { more: { reported } } : {}) };
  }
  const complete: Completion["complete"] = async (rows) => {
    const done: CompletedRow[] = [];
    for (const row of rows) done.push(await completed(row));
    return done;
  };
  return { rules: null, complete };
};

/** Deals with their outcome. */
export const dealImport: ImportPart = {
  preset,
  target: dealTarget,
  file: null,
  totalBy: "stage",
  lists: { loss_reason: (tx) => reasonWords(tx, "loss") },
  prepare: completeDeals,
};
