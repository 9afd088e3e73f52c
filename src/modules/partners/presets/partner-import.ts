import type { PolicyBody } from "@/kernel/policy";
import { registrableDomain } from "@/modules/accounts/domain/website";
import { linkTo } from "@/modules/imports/domain/links";
import type { Preset, RowProblem, TypedRow } from "@/modules/imports/domain/preset";
import { textOf, wordOf } from "@/modules/imports/domain/words";
import type { ImportPart } from "@/modules/imports/public";
import type { Tx } from "@/server/db";
import { assign, assignmentPolicyKind, type Territories } from "./assignment";
import { partnerTarget } from "./partner-target";

const types = [
  { key: "reseller", label: "Reseller", words: ["var", "value-added reseller"] },
  { key: "distributor", label: "Distributor" },
  { key: "system_integrator", label: "System integrator", words: ["si", "integrator"] },
  { key: "isv", label: "ISV", words: ["independent software vendor", "software vendor"] },
  { key: "msp", label: "MSP", words: ["managed service provider", "managed services provider"] },
  { key: "referral", label: "Referral", words: ["referral partner"] },
  { key: "influencer", label: "Influencer" },
];
const stages = [
  "prospect",
  "applied",
  "vetting",
  "onboarding",
  "active",
  "offboarding",
  "former",
  "declined",
  "suspended",
];

const domainOf = (row: TypedRow) => registrableDomain(textOf(row, "website")) ?? "";

/** What has to be known of a partner, from the file or by rule. */
const assigned = ["region", "types", "tier", "currency"];

const preset: Preset = {
  id: "partners",
  fields: [
    {
      key: "name",
      kind: "text",
      words: ["partner", "partner name", "company", "company name", "legal name"],
      required: true,
    },
    {
      key: "website",
      kind: "text",
      words: ["domain", "web site", "web domain", "url"],
      format: "website",
      required: true,
    },
    { key: "tradingName", kind: "text", words: ["brand", "known as", "dba"] },
    { key: "country", kind: "choice", words: ["country code"], among: "country", required: true },
    { key: "taxId", kind: "text", words: ["vat", "vat id", "vat number", "tax number"], most: 40 },
    { key: "types", kind: "choice", words: ["type", "partner type", "partner types"], among: types, many: true },
    { key: "business", kind: "text", words: ["business model", "line of business"] },
    { key: "employees", kind: "integer", words: ["headcount", "number of employees"] },
    { key: "region", kind: "choice", words: ["territory"], among: "region" },
    { key: "tier", kind: "text", words: ["level", "partner tier", "status level"], most: 40 },
    { key: "currency", kind: "choice", words: ["currency code"], among: "currency" },
    { key: "agreementDate", kind: "date", words: ["agreement", "signed on", "partner since", "contract date"] },
    { key: "manager", kind: "text", words: ["channel manager", "partner manager", "account manager", "manager email"] },
    { key: "stage", kind: "choice", words: ["lifecycle stage"], among: stages.map((key) => ({ key, label: key })) },
  ],
  derive: (row) => ({ domain: domainOf(row), tier: textOf(row, "tier").toLowerCase() }),
  identity: (row) => wordOf("domain", domainOf(row)),
  words: (row) => [
    ...new Set([...wordOf("domain", domainOf(row)), ...wordOf("name", row.name), ...wordOf("name", row.tradingName)]),
  ],
  links: {
    region: linkTo("region", "region", "code"),
    manager: linkTo("person", "manager", "mail", "name"),
  },
};

async function rulesInForce(tx: Tx, now: Date) {
  return tx.policyVersion.findFirst({
    where: { kind: assignmentPolicyKind, status: { not: "draft" }, effectiveFrom: { lte: now } },
    orderBy: [{ effectiveFrom: "desc" }, { version: "desc" }],
    select: { name: true, version: true, body: true },
  });
}

async function territories(tx: Tx): Promise<Territories> {
  const regions = await tx.region.findMany({ select: { code: true, parent: { select: { code: true } } } });
  const managers = await tx.membership.findMany({
    where: { role: "channel_manager", endedAt: null, person: { disabledAt: null } },
    orderBy: [{ createdAt: "asc" }, { personId: "asc" }],
    select: { region: { select: { code: true } }, person: { select: { email: true } } },
  });
  return {
    regions: regions.map(({ code, parent }) => ({ code, parent: parent?.code ?? null })),
    managers: managers.map(({ person, region }) => ({ email: person.email, region: region?.code ?? null })),
  };
}

function problemsOf(row: TypedRow): RowProblem[] {
  const open = assigned.filter((field) => !row[field]).map((field) => ({ field, reason: "notAssigned" }));
  return row.manager ? open : [...open, { field: "manager", reason: "noManager", severity: "warning" }];
}

/** Partners. What a file leaves open (region, type, tier, currency, manager) is filled in by rule, without a click per partner. */
export const partnerImport: ImportPart = {
  preset,
  target: partnerTarget,
  file: null,
  async prepare(tx, { now }) {
    const rules = await rulesInForce(tx, now);
    const places = await territories(tx);
    // Bodies are linted before they are published, so what is stored has the shape of the language.
    const body = (rules?.body ?? null) as unknown as PolicyBody | null;
    return {
      rules: rules && { name: rules.name, version: rules.version },
      complete: async (rows) =>
        rows.map((row) => {
          const { values, byRule } = assign(row, body, places);
          return { values, byRule, problems: problemsOf(values) };
        }),
    };
  },
};
