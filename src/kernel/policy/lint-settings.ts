import { factsIn } from "./condition";
import type { Hold, Override, PolicyBody } from "./language";
import { conditionFindings, type Names } from "./lint-conditions";
import { finding, type LintFinding } from "./lint-finding";
import { isWithin } from "./settings";

function overrideFindings(override: Override, names: Names): LintFinding[] {
  const { body } = names;
  const where = `overrides.${override.id}`;
  const calculated = factsIn(override.when).filter((fact) => Object.hasOwn(body.values ?? {}, fact));
  const set = Object.entries(override.set).flatMap(([setting, value]) => {
    const at = `${where}.set.${setting}`;
    if (!Object.hasOwn(body.settings, setting)) return [finding("unknown_setting", at, { setting })];
    const bounds = body.bounds?.[setting];
    if (!bounds) return [finding("no_bounds", at, { setting })];
    if (isWithin(bounds, value)) return [];
    const range = "oneOf" in bounds ? bounds.oneOf.join(", ") : `${bounds.least} – ${bounds.most}`;
    return [finding("out_of_bounds", at, { setting, value: String(value), range })];
  });
  return [
    ...conditionFindings(override.when, `${where}.when`, names),
    ...calculated.map((fact) => finding("settles_itself", `${where}.when`, { fact })),
    ...set,
  ];
}

function holdFindings(name: string, hold: Hold, { tables }: PolicyBody): LintFinding[] {
  const where = `holds.${name}`;
  const table = tables[name];
  if (!table) return [finding("unknown_table", where, { table: name })];
  const answers = [...table.rows.map(({ then }) => then), ...(table.otherwise === undefined ? [] : [table.otherwise])];
  const missing = answers.find((answer) => !hold.order.some((step) => step === answer));
  return missing === undefined ? [] : [finding("incomplete_order", where, { answer: JSON.stringify(missing) })];
}

/** Faults of settings, of the overrides inside their bounds, of holds and of clocks. */
export function settingFindings(names: Names): LintFinding[] {
  const { settings, bounds = {}, overrides = [], holds = {}, clocks = {} } = names.body;
  const loose = Object.entries(bounds).flatMap(([setting, range]) => {
    const value = Object.hasOwn(settings, setting) ? settings[setting] : undefined;
    if (value === undefined) return [finding("unknown_setting", `bounds.${setting}`, { setting })];
    if (isWithin(range, value)) return [];
    const words = "oneOf" in range ? range.oneOf.join(", ") : `${range.least} – ${range.most}`;
    return [finding("out_of_bounds", `settings.${setting}`, { setting, value: String(value), range: words })];
  });
  const stages = Object.entries(clocks).flatMap(([clock, list]) =>
    list.flatMap((stage, index) => {
      const where = `clocks.${clock}.${stage.id}`;
      const twice = list.findIndex(({ id }) => id === stage.id) === index;
      return [
        ...(twice ? [] : [finding("duplicate_id", where, { id: stage.id })]),
        ...(stage.within > 0 && Number.isInteger(stage.within) ? [] : [finding("empty_stage", where)]),
      ];
    }),
  );
  return [
    ...loose,
    ...overrides.flatMap((override) => overrideFindings(override, names)),
    ...Object.entries(holds).flatMap(([name, hold]) => holdFindings(name, hold, names.body)),
    ...stages,
  ];
}
