import { Prisma, type Tx } from "@/server/db";
import type { Link } from "../domain/preset";
import type { ImportPart, ImportTarget, PartAtWork } from "./target";

const ofPart = ({ importId, part }: PartAtWork) => Prisma.sql`r.import_id = ${importId}::uuid and r.part = ${part}`;

/** A problem as it is added by a statement; `found` tells it from those of the reading. */
function problem(reason: Prisma.Sql, severity: string, field: Prisma.Sql, params: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`r.problems || jsonb_build_array(jsonb_build_object('reason', ${reason}, 'severity', ${severity}::text, 'field', ${field},
    'column', null, 'value', coalesce(r.values ->> ${field}, ''), 'params', ${params}, 'found', true))`;
}

/** Looks up everything the rows of a part need to know of the program, and says what becomes of each. */
export async function resolvePart(
  tx: Tx,
  work: PartAtWork,
  { preset, target, distinct }: ImportPart,
  targets: ReadonlyMap<string, ImportTarget>,
  onDuplicate: "skip" | "update",
): Promise<void> {
  // Nothing is known yet of how the rows just written are spread, and comparing each with each would take for ever.
  await tx.$executeRaw`select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)`;
  await markRepeats(tx, work, Boolean(distinct));
  await findExisting(tx, work, target);
  for (const [name, link] of Object.entries(preset.links ?? {})) {
    const pointed = targets.get(link.target);
    if (!pointed) throw new Error(`nothing is known of ${link.target}`);
    await resolveLink(tx, work, name, link, pointed);
  }
  if (target.contradictions) await addContradictions(tx, work, target.contradictions(work));
  await prepareWriting(tx, work, target);
  await tx.$executeRaw`select entente.compare_import(${work.importId}::uuid, ${work.part}, ${JSON.stringify(target.children)}::jsonb)`;
  if (target.locked && onDuplicate === "update") await keepLocked(tx, work, target.locked(work));
  await decide(tx, work, onDuplicate);
}

/** Of rows that are about one record the first counts. */
async function markRepeats(tx: Tx, work: PartAtWork, distinct: boolean): Promise<void> {
  const added = problem(
    Prisma.sql`'repeated'`,
    "error",
    Prisma.sql`null::text`,
    Prisma.sql`jsonb_build_object('line', s.first)`,
  );
  await tx.$executeRaw`with told as (
      select r.id, r.line, w.word from import_row r cross join lateral unnest(r.identity) w (word) where ${ofPart(work)} and r.state = 'ready'
    ), firsts as (select word, min(line) as first from told group by word
    ), repeats as (select t.id, min(f.first) as first from told t join firsts f using (word) where f.first < t.line group by t.id)
    update import_row r set state = ${distinct ? "repeat" : "error"}, problems = ${distinct ? Prisma.sql`r.problems` : added}
    from repeats s where r.id = s.id`;
}

async function findExisting(tx: Tx, work: PartAtWork, target: ImportTarget): Promise<void> {
  await tx.$executeRaw`with asked as materialized (
      select r.id as row_id, w.word, w.place from import_row r cross join lateral unnest(r.identity) with ordinality w (word, place)
      where ${ofPart(work)} and r.state = 'ready'
    ), named (word, id) as (${target.named}
    ), best as (select distinct on (a.row_id) a.row_id, n.id from asked a join named n on n.word = a.word order by a.row_id, a.place, n.id)
    update import_row r set target_id = best.id from best where r.id = best.row_id`;
}

/**
 * Finds what a link points at: rows of this part and of parts before it count more than what is in the program, because a file
 * means what it brings itself. Several records of one name are none.
 */
async function resolveLink(tx: Tx, work: PartAtWork, name: string, link: Link, pointed: ImportTarget): Promise<void> {
  const { field, missing } = link;
  const reason = Prisma.sql`case when b.many > 1 then 'ambiguousReference' else ${missing.reason}::text end`;
  const added = problem(reason, missing.severity, Prisma.sql`${field}::text`, Prisma.sql`'{}'::jsonb`);
  const failed = missing.severity === "error" ? "error" : "ready";
  await tx.$executeRaw`with asked as materialized (
      select r.id as row_id, coalesce(r.target_id, r.id) as self, w.word, w.place from import_row r
      cross join lateral jsonb_array_elements_text(r.links -> ${name}::text) with ordinality w (word, place)
      where ${ofPart(work)} and r.state = 'ready'
    ), named (word, id) as (${pointed.named}
    ), brought as (
      select w.word, coalesce(r.target_id, r.id) as id from import_part p join import_part own on own.import_id = p.import_id and own.part = ${work.part}
      join import_row r on r.import_id = p.import_id and r.part = p.part cross join lateral unnest(r.words) w (word)
      where p.import_id = ${work.importId}::uuid and p.target = ${pointed.table} and p.position <= own.position
        and r.state in ('ready', 'insert', 'update', 'same', 'skip')
    ), answers as (
      select a.row_id, a.place, s.source, min(s.id::text)::uuid as id, count(distinct s.id) as many
      from asked a join (select word, id, 0 as source from brought union all select word, id, 1 from named) s on s.word = a.word and s.id <> a.self
      group by a.row_id, a.place, s.source
    ), best as (select distinct on (row_id) row_id, id, many from answers order by row_id, place, source
    ), told as (select q.row_id, b.id, b.many from (select distinct row_id from asked) q left join best b using (row_id))
    update import_row r set
      refs = case when b.many = 1 then r.refs || jsonb_build_object(${name}::text, b.id) else r.refs end,
      problems = case when b.many = 1 then r.problems else ${added} end,
      state = case when b.many = 1 then 'ready' else ${failed} end
    from told b where r.id = b.row_id`;
}

async function addContradictions(tx: Tx, work: PartAtWork, found: Prisma.Sql): Promise<void> {
  const added = problem(Prisma.sql`s.reason`, "error", Prisma.sql`s.field`, Prisma.sql`'{}'::jsonb`);
  await tx.$executeRaw`update import_row r set state = 'error', problems = ${added}
    from (select distinct on (row_id) row_id, field::text, reason::text from (${found}) c (row_id, field, reason)) s
    where r.id = s.row_id and ${ofPart(work)}`;
}

async function prepareWriting(tx: Tx, work: PartAtWork, target: ImportTarget): Promise<void> {
  await tx.$executeRaw`update import_row r set data = s.data, fresh = s.fresh, children = s.children
    from (${target.written(work)}) s (row_id, data, fresh, children) where r.id = s.row_id and ${ofPart(work)}`;
}

async function keepLocked(tx: Tx, work: PartAtWork, locked: Prisma.Sql): Promise<void> {
  const added = problem(Prisma.sql`'movedOn'`, "warning", Prisma.sql`null::text`, Prisma.sql`'{}'::jsonb`);
  await tx.$executeRaw`update import_row r set state = 'skip', problems = ${added} from (${locked}) s (row_id)
    where r.id = s.row_id and r.state = 'ready' and ${ofPart(work)}`;
}

async function decide(tx: Tx, work: PartAtWork, onDuplicate: "skip" | "update"): Promise<void> {
  await tx.$executeRaw`update import_row r set target_id = coalesce(r.target_id, r.id),
      state = case when r.target_id is null then 'insert' else ${onDuplicate} end
    where ${ofPart(work)} and r.state = 'ready'`;
}
