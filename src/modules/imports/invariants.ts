import type { Invariant } from "@/server/invariants";

const records = ["account", "certificate", "deal", "direct_opportunity", "partner", "person", "product_line", "region"]
  .map((table) => `select '${table}' as target, id from ${table}`)
  .join(" union all ");

/** What holds for imports, what they wrote, and what records are called where they came from. */
export const importInvariants: readonly Invariant[] = [
  {
    name: "import.moments",
    guards: "An import is read, checked, committed and taken back in that order, and carries the moment of each.",
    sql: `select id, status from import where (status in ('committed', 'undone')) <> (committed_at is not null)
      or (status = 'undone') <> (undone_at is not null) or status <> 'read' and checked_at is null
      or checked_at < created_at or committed_at < checked_at or undone_at < committed_at`,
  },
  {
    name: "import.isListed",
    guards: "Everything a committed import wrote is on the list by which it is taken back.",
    sql: `select r.id, r.part, r.line from import_row r join import i on i.id = r.import_id and i.status = 'committed'
      where r.state in ('insert', 'update') and not exists (
        select from import_write w where w.import_id = r.import_id and w.record_id = r.target_id and w.kind <> 'child')`,
  },
  {
    name: "import.record",
    guards: "What a committed import brought is there.",
    sql: `select w.import_id, w.target, w.record_id from import_write w join import i on i.id = w.import_id and i.status = 'committed'
      left join (${records}) r on r.target = w.target and r.id = w.record_id where w.kind = 'insert' and w.child is null and r.id is null`,
  },
  {
    name: "reference.record",
    guards: "What a record is called in another system leads to a record that exists.",
    sql: `select e.target, e.source, e.reference from external_reference e left join (${records}) r on r.target = e.target and r.id = e.record_id
      where r.id is null`,
  },
];
