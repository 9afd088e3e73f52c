/** A statement about the data that returns no row while they are whole, and what it guards. */
export type Invariant = { readonly name: string; readonly guards: string; readonly sql: string };

const ours = "n.nspname in ('public', 'identity', 'entente')";
const writtenOnce = "('event', 'decision', 'decision_basis')";
const loginsAndReaders = "r.rolname like 'entente%' and r.rolname <> 'entente_owner'";

/** What holds for every installation, whatever the modules do. */
export const serverInvariants: readonly Invariant[] = [
  {
    name: "installation.single",
    guards:
      "Wherever there are people there is an installation they work in, with a reporting currency and one calendar.",
    sql: `select 'installation' as missing where exists (select from person) and not exists (select from installation)
      union all select 'default calendar' where exists (select from person) and not exists (select from business_calendar where is_default)`,
  },
  {
    name: "event.sequence",
    guards: "Events have one order: no two share a place in it.",
    sql: "select sequence, count(*) from event group by sequence having count(*) > 1",
  },
  {
    name: "event.sequenceIsAhead",
    guards: "The next event gets a place that none has yet, also after a restore.",
    sql: `select max(sequence) as highest, (select last_value from event_sequence_seq) as counter from event
      having max(sequence) > (select last_value from event_sequence_seq)`,
  },
  {
    name: "event.actor",
    guards: "An event of a person names somebody who exists, on the side they act for; one of the system names nobody.",
    sql: `select e.id, e.type from event e left join person p on p.id = e.actor_id
      where case when e.actor_kind = 'system' then e.actor_id is not null or e.actor_side <> 'system'
        else p.id is null or e.actor_side <> case when p.partner_id is null then 'vendor' else 'partner' end end`,
  },
  {
    name: "decision.basis",
    guards: "Every decision keeps the facts and the trace it was made on, for the same partner.",
    sql: `select d.id from decision d left join decision_basis b on b.decision_id = d.id
      where b.decision_id is null or b.partner_id <> d.partner_id`,
  },
  {
    name: "decision.policy",
    guards: "A decision rests on a published version of the rules of its kind that was in force by then.",
    sql: `select d.id, v.version from decision d join policy_version v on v.id = d.policy_version_id
      where v.status in ('draft', 'checked') or v.kind <> d.kind or v.effective_from > d.decided_at`,
  },
  {
    name: "decision.decider",
    guards: "Who decides is somebody of the vendor who holds, or held until then, a role that may decide.",
    sql: `select d.id, d.decider_name from decision d where d.decider_kind = 'person' and not exists (
        select from membership m where m.person_id = d.decider_id and m.role in ('channel_manager', 'program_owner')
          and (m.ended_at is null or m.ended_at >= d.decided_at))`,
  },
  {
    name: "policy.order",
    guards:
      "Of two versions of the same rules the later one came into force later, so that one is in force at any moment.",
    sql: `select a.kind, a.version, b.version as later from policy_version a
      join policy_version b on b.kind = a.kind and b.version > a.version
      where a.status not in ('draft', 'checked') and b.status not in ('draft', 'checked') and b.effective_from <= a.effective_from`,
  },
  {
    name: "clock.fired",
    guards: "No clock fired before it was due, and none stopped before it began.",
    sql: "select id, kind from clock where fired_at < due_at or stopped_at < started_at",
  },
  {
    name: "database.writtenOnce",
    guards: "Events and decisions are written once: nobody but their owner may change or remove them.",
    sql: `select c.relname, r.rolname, a.privilege_type from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
      where n.nspname = 'public' and c.relname in ${writtenOnce} and a.grantee <> c.relowner
        and a.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`,
  },
  {
    name: "database.rowSecurity",
    guards: "Every table of ours hides its rows from whoever is not meant to see them, from its owner too.",
    sql: `select c.oid::regclass::text as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
        and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    name: "database.logins",
    guards: "The logins of web and worker own no table of ours, see no row by privilege and take on no role unasked.",
    sql: `select r.rolname, 'is privileged' as why from pg_roles r
        where ${loginsAndReaders} and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcanlogin and r.rolinherit)
      union all select r.rolname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_roles r on r.oid = c.relowner where ${ours} and ${loginsAndReaders}`,
  },
  {
    name: "database.guards",
    guards: "No constraint is unchecked, no index is broken and no trigger is switched off.",
    sql: `select c.conname as name, 'is unchecked' as why from pg_constraint c join pg_namespace n on n.oid = c.connamespace
        where ${ours} and not c.convalidated
      union all select i.indexrelid::regclass::text, 'is broken' from pg_index i join pg_class c on c.oid = i.indrelid
        join pg_namespace n on n.oid = c.relnamespace where ${ours} and not i.indisvalid
      union all select t.tgname, 'is off' from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_namespace n on n.oid = c.relnamespace where ${ours} and t.tgenabled <> 'O'`,
  },
];
