import { canariesIn } from "../../../prisma/seed/blackbox/canaries";
import type { Manifest } from "../../../prisma/seed/blackbox/manifest";
import { recordKinds } from "../../../prisma/seed/blackbox/records";
import { sql } from "../../support/world";

const words = (text: string) => text.trim().split(/\s+/);

// Codes, numbers and other values that follow from rules of ours: nobody types them. Who decides has a name all may read, and so has a territory.
const coded = new Set(
  words(`
  account.country account_name.country account_search.country
  breach.found_by breach.outcome breach.reason
  certificate.source
  clock.consequence clock.kind clock.stage
  deal.currency deal.customer_country deal.deal_type deal.lost_reason deal.number deal.origin deal.partner_role deal.review_reason deal.reviewer_role
  deal.stage deal.status deal.won_currency
  deal_conflict.class
  deal_dispute.closed_by_name deal_dispute.owner_name deal_dispute.reason deal_dispute.status
  deal_extension.decline_reason deal_extension.outcome deal_extension.reason deal_extension.review_reason deal_extension.stage
  deal_history.currency deal_history.stage deal_history.status
  deal_revocation.cause deal_revocation.outcome
  decision.decided_for decision.decider_kind decision.decider_name decision.evaluation decision.kind decision.outcome decision.reason_code
  decision_basis.evaluation decision_basis.facts
  direct_opportunity.origin
  event.actor_kind event.actor_side event.audience event.subject_kind event.type
  event_delivery.error event_delivery.state
  external_reference.source external_reference.target
  import.on_duplicate import.preset import.status
  import_mapping.part import_mapping.preset
  import_part.delimiter import_part.encoding import_part.encoding_by import_part.part import_part.sha256 import_part.target
  import_progress.step
  import_row.part import_row.state
  import_write.kept import_write.kind import_write.mark import_write.target
  list_choice.columns list_choice.list list_choice.start list_view.list
  invitation.locale invitation.roles invitation.zone
  membership.role
  named_account.consequence named_account.named_by_name named_account.owner_name
  contact_choice.topic
  partner.country partner.currency partner.stage partner.tier partner.types
  partner_contact.kind partner_contact.logged_by_name partner_location.country
  rate_feed.error setup_step.by_name setup_step.state setup_step.step territory.countries territory.name vendor_logo.digest
  record_comment.audience record_comment.author_side record_comment.subject_kind
  record_file.audience record_file.subject_kind
  record_file_version.scan record_file_version.sha256 record_file_version.type record_file_version.uploaded_by_side
  record_task.audience record_task.subject_kind
  person.locale person.zone
  presales_request.kind presales_request.outcome
  protection.role
  revenue_line.currency revenue_line.kind revenue_line.source
`),
);

// Names of the vendor's people, which partners may read, stand here as well.
const namesOfAnybody = new Set(["event.actor_name", "record_comment.author_name"]);

/** What everybody may read: how the vendor set up its program. */
const shared = words(`
  _prisma_migrations business_calendar exchange_rate installation policy_version product_line program_contact reason_code record_kind region worker_heartbeat workflow_move
`);

/** Tables that only the worker and people's own settings fill, and what partners share with each other of their own accord. */
const untouched = words("bulk_row bulk_run deal_participant mail notice notice_hours notice_preference");

type Column = { table: string; column: string; type: string; has_partner: boolean };

/** Every column of the public schema that can hold a text, with whether its table says which partner a row belongs to. */
function textColumns(): Promise<Column[]> {
  return sql<Column>(
    `select c.table_name as table, c.column_name as column, c.udt_name as type,
       exists (select from information_schema.columns p where p.table_schema = 'public' and p.table_name = c.table_name and p.column_name = 'partner_id') as has_partner
     from information_schema.columns c join pg_tables t on t.schemaname = c.table_schema and t.tablename = c.table_name
     where c.table_schema = 'public' and c.udt_name in ('text', 'varchar', 'bpchar', '_text', 'json', 'jsonb') and c.table_name <> all ($1)
     order by 1, c.ordinal_position`,
    [shared],
  );
}

type Value = { partner: string | null; value: string };

/** The texts in a column with the partner each belongs to. Nothing typed leaves an empty one. */
function valuesOf({ table, column }: Column, partner: string): Promise<Value[]> {
  return sql<Value>(
    `select ${partner}::text as partner, t."${column}"::text as value from ${table} t
     where coalesce(t."${column}"::text, '') not in ('', '{}', '[]', 'null')`,
  );
}

function partnerOf({ table, has_partner }: Column): string {
  return recordKinds[table]?.partner ?? (has_partner ? "t.partner_id" : "null");
}

const isPlain = (value: string, names: readonly string[]) => names.includes(value) || value.includes("contested");

/** What is wrong with the text of a column: a value without a canary, or an organisation without any text there. */
function problemsOf(
  column: Column,
  values: readonly Value[],
  { organisations }: Manifest,
  names: readonly string[],
): string[] {
  const name = `${column.table}.${column.column}`;
  const isJson = column.type.startsWith("json");
  const isOfVendor = partnerOf(column).startsWith("null");
  const owners = organisations.filter(({ side }) => side === (isOfVendor ? "vendor" : "partner"));
  const problems: string[] = [];
  for (const { id, key } of owners) {
    const own = values.filter(({ partner }) => partner === id);
    const bare = own.filter(({ value }) => canariesIn(value).length === 0);
    const wrong = bare.find(({ value }) => !isPlain(value, namesOfAnybody.has(name) ? names : []));
    if (own.length === bare.length) problems.push(`${name} holds no canary of ${key}`);
    else if (wrong && !isJson) problems.push(`${name} holds "${wrong.value}" without a canary`);
  }
  return problems;
}

/** Columns that hold text without a canary, by the catalogue: a new one is among them until the profile blackbox fills it. */
export async function barePlaces(manifest: Manifest): Promise<string[]> {
  const people = await sql<{ name: string }>("select name from person where partner_id is null");
  const names = [...people.map(({ name }) => name), "Entente"];
  const found: string[] = [];
  for (const column of await textColumns()) {
    if (coded.has(`${column.table}.${column.column}`)) continue;
    const values = await valuesOf(column, partnerOf(column));
    if (untouched.includes(column.table) && values.length === 0) continue;
    found.push(...problemsOf(column, values, manifest, names));
  }
  return found;
}
