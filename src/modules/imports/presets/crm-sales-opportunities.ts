import { customerLink, customerPreset, customerTarget } from "@/modules/accounts/public";
import { completeDeals, dealRecognition, dealTarget, productLineTarget, stageWords } from "@/modules/deals/public";
import { partnerTarget, regionTarget } from "@/modules/partners/public";
import { personTarget } from "@/modules/people/public";
import { linkTo } from "../domain/links";
import type { Preset, TypedRow } from "../domain/preset";
import { slugOf, textOf, wordOf } from "../domain/words";
import type { ImportDefinition, ImportPart } from "../repository/target";

// The files name people and companies and nothing more. What a record has to have besides is made from the name, below a domain
// that no mail leaves for.
const agentDomain = (row: TypedRow, field: string) => `${slugOf(textOf(row, field))}.example`;
const agentEmail = (row: TypedRow, field: string) => `${slugOf(textOf(row, field))}@${agentDomain(row, field)}`;
const managerEmail = (row: TypedRow) => `${slugOf(textOf(row, "name"))}@crm-sales.example`;
const codeOf = (row: TypedRow) => slugOf(textOf(row, "name"));

const offices: Preset = {
  id: "offices",
  fields: [{ key: "name", kind: "text", words: ["regional office"], required: true }],
  derive: (row) => ({ code: codeOf(row).toUpperCase() }),
  identity: (row) => [...wordOf("code", codeOf(row)), ...wordOf("name", row.name)],
  words: (row) => wordOf("name", row.name),
};

const managers: Preset = {
  id: "managers",
  fields: [{ key: "name", kind: "text", words: ["manager"], required: true }],
  fixed: { role: "channel_manager" },
  made: ["email"],
  derive: (row) => ({ email: managerEmail(row) }),
  identity: (row) => wordOf("mail", managerEmail(row)),
  words: (row) => wordOf("name", row.name),
};

const partners: Preset = {
  id: "partners",
  fields: [
    { key: "name", kind: "text", words: ["sales agent"], required: true },
    { key: "manager", kind: "text", words: ["manager"], required: true },
    { key: "region", kind: "text", words: ["regional office"], required: true },
  ],
  fixed: { country: "US", types: ["reseller"], tier: "registered", currency: "USD" },
  made: ["domain"],
  derive: (row) => ({ domain: agentDomain(row, "name") }),
  identity: (row) => wordOf("domain", agentDomain(row, "name")),
  words: (row) => wordOf("name", row.name),
  links: { region: linkTo("region", "region", "name"), manager: linkTo("person", "manager", "name") },
};

const sellers: Preset = {
  id: "sellers",
  fields: [{ key: "name", kind: "text", words: ["sales agent"], required: true }],
  fixed: { role: "partner_sales" },
  made: ["email"],
  derive: (row) => ({ email: agentEmail(row, "name") }),
  identity: (row) => wordOf("mail", agentEmail(row, "name")),
  words: (row) => wordOf("mail", agentEmail(row, "name")),
  links: { partner: linkTo("partner", "name", "name") },
};

const products: Preset = {
  id: "products",
  fields: [{ key: "name", kind: "text", words: ["product"], required: true }],
  derive: (row) => ({ code: codeOf(row) }),
  identity: (row) => [...wordOf("code", codeOf(row)), ...wordOf("name", row.name)],
  words: (row) => wordOf("code", codeOf(row)),
};

const deals: Preset = {
  id: "deals",
  fields: [
    { key: "reference", kind: "text", words: ["opportunity id"], required: true },
    { key: "partner", kind: "text", words: ["sales agent"], required: true },
    { key: "productLine", kind: "choice", words: ["product"], among: "product_line" },
    { key: "customer", kind: "text", words: ["account"] },
    { key: "stage", kind: "choice", words: ["deal stage"], among: stageWords, required: true },
    { key: "createdOn", kind: "date", words: ["engage date"] },
    { key: "closedOn", kind: "date", words: ["close date"] },
    { key: "amount", kind: "money", words: ["close value"], currency: { fixed: "USD" } },
  ],
  fixed: { source: "crm-sales-opportunities", lostReason: "other" },
  ...dealRecognition,
  links: {
    partner: linkTo("partner", "partner", "name"),
    owner: {
      target: "person",
      field: "partner",
      words: (row) => wordOf("mail", agentEmail(row, "partner")),
      missing: { reason: "unknownReference", severity: "error" },
    },
    account: customerLink({ reason: "customerUnknown", severity: "warning" }),
    productLine: linkTo("product_line", "productLine", "code"),
  },
};

const team = (preset: Preset, target: ImportPart["target"], distinct?: true): ImportPart => ({
  preset,
  target,
  file: "sales_teams.csv",
  ...(distinct ? { distinct } : {}),
});

/**
 * The folder "CRM Sales Opportunities" of Maven Analytics: offices become regions, managers channel managers, agents partners with
 * one seller each, accounts customers with their parents, products product lines, and opportunities deals.
 */
export const crmSalesOpportunities: ImportDefinition = {
  id: "crm-sales-opportunities",
  parts: [
    team(offices, regionTarget, true),
    team(managers, personTarget, true),
    team(partners, partnerTarget),
    team(sellers, personTarget),
    { preset: products, target: productLineTarget, file: "products.csv" },
    { preset: customerPreset("customers"), target: customerTarget, file: "accounts.csv" },
    { preset: deals, target: dealTarget, file: "sales_pipeline.csv", totalBy: "stage", prepare: completeDeals },
  ],
};
