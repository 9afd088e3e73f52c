import type { FactDeclaration, PolicyBody, PolicyRule } from "./policy";
import type { PolicyContract } from "./policy/language";
import { conditionFindings, type Names } from "./policy/lint-conditions";
import { finding, isDoubt, type LintFinding } from "./policy/lint-finding";
import { settingFindings } from "./policy/lint-settings";
import { tableFindings } from "./policy/lint-tables";
import { valueFindings } from "./policy/lint-values";
import { kindsOf } from "./policy/signature";

// What the language itself means something by.
const words = new Set(
  `all any not atLeast of fact setting is in value from to eq ne lt lte gt gte range when then otherwise first unique collect`.split(
    " ",
  ),
);

/** Whether a name already means something: to the language, or to every object of the platform that may hold the facts. */
const isReserved = (name: string) => words.has(name) || name in Object.prototype;

/**
 * Everything that would make a policy throw, lie or surprise. What is left without a fault has exactly one answer for every input:
 * each table is tried with every combination of facts that its conditions can tell apart.
 */
export function lint(body: PolicyBody, declarations: readonly FactDeclaration[]): LintFinding[] {
  const names: Names = { body, kinds: kindsOf(body, declarations) };
  const reserved = [...declarations.map(({ id }) => id), ...Object.keys(body.values ?? {})]
    .filter(isReserved)
    .map((id) => finding("reserved_fact", `facts.${id}`, { fact: id }));
  return [
    ...reserved,
    ...valueFindings(body, names, new Set(declarations.map(({ id }) => id))),
    ...duplicates(body.rules, "rules"),
    ...body.rules.flatMap((rule) => ruleFindings(rule, names)),
    ...Object.entries(body.tables).flatMap(([name, table]) => tableFindings(name, table, names)),
    ...duplicates(body.overrides ?? [], "overrides"),
    ...settingFindings(names),
  ];
}

/** What lint finds, and what the module that decides by the policy would miss in it. */
export function lintFor(body: PolicyBody, contract: PolicyContract): LintFinding[] {
  const tables = contract.tables.filter((table) => !answersNumbers(body, table));
  const settings = contract.settings.filter((setting) => typeof body.settings[setting] !== "number");
  return [
    ...lint(body, contract.facts),
    ...tables.map((table) => finding("missing_table", `tables.${table}`, { table })),
    ...settings.map((setting) => finding("missing_setting", `settings.${setting}`, { setting })),
    ...idleClocks(body, contract),
  ];
}

/** Clocks nobody runs, and stages with somebody or a consequence that the module does not know. */
function idleClocks({ clocks = {} }: PolicyBody, contract: PolicyContract): LintFinding[] {
  return Object.entries(clocks).flatMap(([clock, stages]) => {
    const run = Object.hasOwn(contract.clocks, clock) ? contract.clocks[clock] : undefined;
    if (!run) {
      return [finding("idle_clock", `clocks.${clock}`, { clock, clocks: Object.keys(contract.clocks).join(", ") })];
    }
    return stages
      .filter(({ who, late }) => !run.who.includes(who) || !run.late.includes(late))
      .map(({ id }) =>
        finding("idle_stage", `clocks.${clock}.${id}`, { who: run.who.join(", "), late: run.late.join(", ") }),
      );
  });
}

/** Whether a table is there and every answer written in it is a number. */
function answersNumbers({ tables }: PolicyBody, name: string): boolean {
  const table = tables[name];
  if (!table || table.hit === "collect") return false;
  const written = [...table.rows.map(({ then }) => then), table.otherwise ?? 0];
  return written.every((answer) => typeof answer === "number" || (typeof answer === "object" && answer !== null));
}

/** Whether a policy with these findings may be published: doubts do not stand in the way. */
export function mayBePublished(findings: readonly LintFinding[]): boolean {
  return findings.every(isDoubt);
}

function duplicates(entries: readonly { readonly id: string }[], where: string): LintFinding[] {
  return entries
    .filter(({ id }, index) => entries.findIndex((entry) => entry.id === id) !== index)
    .map(({ id }) => finding("duplicate_id", `${where}.${id}`, { id }));
}

function ruleFindings({ id, appliesWhen, pass }: PolicyRule, names: Names): LintFinding[] {
  return [
    ...(appliesWhen ? conditionFindings(appliesWhen, `rules.${id}.appliesWhen`, names) : []),
    ...conditionFindings(pass, `rules.${id}.pass`, names),
  ];
}
