/** The part of a `pg` client the catalogue is read with. */
export type CatalogueClient = { query(sql: string): Promise<{ rows: { line: string }[] }> };

// Schemas that are not ours: PostgreSQL's own and the job queue's.
const ours = (schema: string) => `${schema} !~ '^(pg_|information_schema$|graphile_worker$)'`;
const fromExtension = (oid: string, catalogue: string) =>
  `exists (select from pg_depend x where x.objid = ${oid} and x.classid = '${catalogue}'::regclass and x.deptype = 'e')`;
const grantee = "case when a.grantee = 0 then 'public' else a.grantee::regrole::text end";
const privileges = `string_agg(a.privilege_type || case when a.is_grantable then '*' else '' end, ', ' order by a.privilege_type)`;

/** One statement per section; each returns rows with one text column `line`. */
const sections: readonly (readonly [title: string, sql: string])[] = [
  [
    "roles",
    `select format('%s login=%s inherit=%s bypassrls=%s superuser=%s%s', rolname, rolcanlogin, rolinherit, rolbypassrls,
       rolsuper, coalesce(' set ' || array_to_string(rolconfig, ', '), '')) as line
     from pg_roles where rolname ~ '^entente'`,
  ],
  [
    "memberships",
    `select format('%s is a member of %s (inherit=%s, set=%s, admin=%s)', member::regrole, roleid::regrole, inherit_option,
       set_option, admin_option) as line
     from pg_auth_members where member::regrole::text ~ '^entente'`,
  ],
  ["extensions", `select extname as line from pg_extension where extname <> 'plpgsql'`],
  [
    "schemas",
    `select format('%s owner=%s', nspname, nspowner::regrole) as line from pg_namespace where ${ours("nspname")}`,
  ],
  [
    "tables",
    `select format('%I.%I kind=%s owner=%s row security=%s', n.nspname, c.relname, c.relkind, c.relowner::regrole,
       case when c.relforcerowsecurity and c.relrowsecurity then 'forced' when c.relrowsecurity then 'on' else 'off' end) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'S') and ${ours("n.nspname")} and not ${fromExtension("c.oid", "pg_class")}`,
  ],
  [
    "views",
    `select format('%s: %s', c.oid::regclass, regexp_replace(pg_get_viewdef(c.oid), '\\s+', ' ', 'g')) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('v', 'm') and ${ours("n.nspname")} and not ${fromExtension("c.oid", "pg_class")}`,
  ],
  [
    "constraints",
    // Not-null is left to the columns; Prisma's own diff sees those.
    `select format('%I.%I %I: %s', n.nspname, t.relname, c.conname, pg_get_constraintdef(c.oid)) as line
     from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
     where c.contype <> 'n' and ${ours("n.nspname")}`,
  ],
  ["indexes", `select indexdef as line from pg_indexes where ${ours("schemaname")}`],
  [
    "policies",
    `select regexp_replace(format('%I.%I %s: %s for %s to %s%s%s', schemaname, tablename, policyname, lower(permissive), lower(cmd),
       array_to_string(roles, ', '), coalesce(' using ' || qual, ''), coalesce(' with check ' || with_check, '')), '\\s+', ' ', 'g') as line
     from pg_policies where ${ours("schemaname")}`,
  ],
  [
    "grants on schemas",
    `select format('%s to %s: %s', n.nspname, ${grantee}, ${privileges}) as line
     from pg_namespace n cross join aclexplode(n.nspacl) a where ${ours("n.nspname")} group by n.nspname, a.grantee`,
  ],
  [
    "grants on tables",
    `select format('%I.%I to %s: %s', n.nspname, c.relname, ${grantee}, ${privileges}) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) a
     where ${ours("n.nspname")} and not ${fromExtension("c.oid", "pg_class")} group by n.nspname, c.relname, a.grantee`,
  ],
  [
    "grants on columns",
    `select format('%I.%I(%I) to %s: %s', n.nspname, c.relname, t.attname, ${grantee}, ${privileges}) as line
     from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace
       cross join aclexplode(t.attacl) a
     where ${ours("n.nspname")} group by n.nspname, c.relname, t.attname, a.grantee`,
  ],
  [
    "grants on functions",
    `select format('%s to %s: %s', p.oid::regprocedure, ${grantee}, ${privileges}) as line
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
     where ${ours("n.nspname")} and not ${fromExtension("p.oid", "pg_proc")} group by p.oid, a.grantee`,
  ],
  [
    "default grants",
    `select format('%s makes %s in %s, to %s: %s', d.defaclrole::regrole, d.defaclobjtype,
       coalesce(n.nspname, 'any schema'), ${grantee}, ${privileges}) as line
     from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace cross join aclexplode(d.defaclacl) a
     group by d.defaclrole, d.defaclobjtype, n.nspname, a.grantee`,
  ],
  [
    "triggers",
    `select pg_get_triggerdef(t.oid) as line
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and ${ours("n.nspname")}`,
  ],
  [
    "functions",
    `select format(E'%s owner=%s\\n%s', p.oid::regprocedure, p.proowner::regrole,
       regexp_replace(pg_get_functiondef(p.oid), '\\s+$', '')) as line
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prokind in ('f', 'p') and ${ours("n.nspname")} and not ${fromExtension("p.oid", "pg_proc")}`,
  ],
];

/**
 * What Prisma's own diff cannot see of a migrated database, as sorted text for people and for comparison: roles,
 * memberships, row security, constraints, indexes, policies, grants, triggers and functions.
 * @param client connected as a role that may read the catalogue (any)
 */
export async function catalogueText(client: CatalogueClient): Promise<string> {
  const parts: string[] = [];
  for (const [title, sql] of sections) {
    const { rows } = await client.query(sql);
    // Sorted here: the order of the database depends on its collation.
    const lines = rows.map((row) => row.line).sort();
    parts.push(`-- ${title} (${lines.length})\n${lines.map((line) => `${line}\n`).join("")}`);
  }
  return parts.join("\n");
}
