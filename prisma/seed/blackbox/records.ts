import type pg from "pg";
import { seedId } from "../ids";
import { canariesIn } from "./canaries";
import type { Manifest, ManifestRecord } from "./manifest";
import { type PartnerKey, partners, vendorKey } from "./organisations";

type Kind = {
  /** The partner a row `t` belongs to; null is the vendor. */
  readonly partner: string;
  readonly state: string;
  readonly id?: string;
  readonly owner?: string;
  readonly stage?: string;
};

const nobody = "null::uuid";
const ofDeal = "(select d.owner_id from deal d where d.id = t.deal_id)";
const ofSubject = "(select d.owner_id from deal d where d.id = t.subject_id)";
const ofFile = "(select d.owner_id from record_file f join deal d on d.id = f.subject_id where f.id = t.file_id)";
const ofImport: Kind = { partner: nobody, state: "(select i.status from import i where i.id = t.import_id)" };
// A customer of one partner is that partner's; one that several know, or none, is the vendor's.
const onlyLink = (account: string) =>
  `(select min(l.partner_id::text)::uuid from account_link l where l.account_id = ${account} having count(*) = 1)`;

/** Every table that holds records of somebody: whose a row is, and how it stands. */
export const recordKinds: Readonly<Record<string, Kind>> = {
  account: { partner: onlyLink("t.id"), state: "case when t.is_customer then 'customer' else 'prospect' end" },
  account_domain: { partner: onlyLink("t.account_id"), state: "'known'", id: "t.domain" },
  account_name: { partner: onlyLink("t.account_id"), state: "'known'", id: "t.normalised" },
  breach: { partner: "t.partner_id", state: "coalesce(t.outcome, 'open')" },
  clock: {
    partner: "t.partner_id",
    state:
      "case when t.fired_at is not null then 'fired' when t.stopped_at is not null then 'stopped' else 'running' end",
    owner: ofSubject,
  },
  deal: { partner: "t.partner_id", state: "t.status", owner: "t.owner_id", stage: "t.stage" },
  deal_conflict: { partner: "t.partner_id", state: "t.class", owner: ofDeal },
  deal_dispute: { partner: "t.partner_id", state: "t.status", owner: ofDeal },
  deal_extension: { partner: "t.partner_id", state: "coalesce(t.outcome, 'open')", owner: ofDeal },
  deal_participant: { partner: "t.partner_id", state: "t.status", owner: ofDeal },
  deal_revocation: { partner: "t.partner_id", state: "coalesce(t.outcome, 'open')", owner: ofDeal },
  decision: { partner: "t.partner_id", state: "t.outcome", owner: ofSubject },
  direct_opportunity: { partner: nobody, state: "case when t.is_open then 'open' else 'closed' end" },
  event: { partner: "t.partner_id", state: "t.type", owner: ofSubject },
  external_reference: { partner: nobody, state: "'known'", id: "t.reference" },
  import: { partner: nobody, state: "t.status" },
  import_mapping: { partner: nobody, state: "'known'", id: "t.signature" },
  import_part: { ...ofImport, id: "t.file_name" },
  import_row: { partner: nobody, state: "t.state" },
  invitation: {
    partner: "t.partner_id",
    state:
      "case when t.accepted_at is not null then 'accepted' when t.withdrawn_at is not null then 'withdrawn' else 'open' end",
    owner: "t.invited_by_id",
  },
  bulk_run: {
    partner: "t.partner_id",
    state: "case when t.ended_at is null then 'open' else 'done' end",
    owner: "t.person_id",
  },
  bulk_row: { partner: "t.partner_id", state: "t.state", id: "t.subject_id", owner: "t.person_id" },
  certificate: {
    partner: "t.partner_id",
    state: "case when t.expires_on <= current_date then 'expired' else 'valid' end",
    owner: "t.person_id",
  },
  contact_choice: { partner: "t.partner_id", state: "t.topic", id: "t.person_id" },
  list_view: {
    partner: "t.partner_id",
    state: "case when t.shared then 'shared' else 'own' end",
    owner: "t.person_id",
  },
  membership: { partner: "t.partner_id", state: "t.role", owner: "t.person_id" },
  named_account: { partner: nobody, state: "t.consequence" },
  partner: { partner: "t.id", state: "t.stage" },
  partner_contact: { partner: "t.partner_id", state: "t.kind" },
  partner_location: { partner: "t.partner_id", state: "'known'" },
  person: {
    partner: "t.partner_id",
    state: "case when t.disabled_at is null then 'active' else 'disabled' end",
    owner: "t.id",
  },
  policy_version: { partner: nobody, state: "t.status" },
  presales_request: { partner: "t.partner_id", state: "coalesce(t.outcome, 'open')", owner: ofDeal },
  protection: {
    partner: "t.partner_id",
    state: "case when upper(t.period) > current_date then 'current' else 'ended' end",
    owner: ofDeal,
  },
  revenue_line: { partner: "t.partner_id", state: "t.kind", owner: ofDeal },
  record_comment: { partner: "t.partner_id", state: "t.audience", owner: ofSubject },
  record_file: { partner: "t.partner_id", state: "t.audience", owner: ofSubject },
  record_file_version: { partner: "t.partner_id", state: "t.scan", owner: ofFile },
  record_task: { partner: "t.partner_id", state: "t.audience", owner: ofSubject },
};

const keyOf = new Map<string, PartnerKey>(partners.map(([key]) => [seedId("blackbox", key), key]));

type Line = {
  id: string;
  partner: string | null;
  state: string;
  owner: string | null;
  stage: string | null;
  text: string;
};

/** All records of a database by kind, organisation and state, each with the canary that stands in it. */
export async function readRecords(
  db: pg.Client,
  known: readonly Manifest["canaries"][number][],
): Promise<Manifest["records"]> {
  const organisationOf = new Map(known.map(({ canary, organisation }) => [canary, organisation]));
  const records: Manifest["records"] = {};
  for (const [table, { id = "t.id", partner, state, owner = nobody, stage = "null" }] of Object.entries(recordKinds)) {
    const { rows } = await db.query<Line>(
      `select ${id}::text as id, ${partner}::text as partner, ${state} as state, ${stage} as stage, t::text as text,
         (select p.email from person p where p.id = ${owner}) as owner
       from ${table} t order by 1`,
    );
    const found: Manifest["records"][string] = {};
    for (const row of rows) {
      const organisation = keyOf.get(row.partner ?? "") ?? vendorKey;
      const words = canariesIn(row.text);
      const own = words.find((word) => organisationOf.get(word) === organisation) ?? words[0];
      const record: ManifestRecord = { id: row.id, canary: own ?? null, owner: row.owner, stage: row.stage };
      found[organisation] ??= {};
      const states = found[organisation];
      states[row.state] = [...(states[row.state] ?? []), record];
    }
    records[table] = found;
  }
  return records;
}
