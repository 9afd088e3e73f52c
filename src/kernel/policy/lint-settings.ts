import { factsIn, isReference } from "./condition";
import type { ClockStage, Hold, Override, PolicyBody } from "./language";
import { conditionFindings, type Names } from "./lint-conditions";
import { finding, type LintFinding } from "./lint-finding";
import { isWithin } from "./settings";
import { settingValues } from "./signature";

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

const isTime = (value: unknown) => typeof value === "number" && Number.isInteger(value) && value > 0;

function stageFindings({ within, when }: ClockStage, where: string, names: Names): LintFinding[] {
  const asked = when ? conditionFindings(when, `${where}.when`, names) : [];
  if (!isReference(within)) return [...asked, ...(isTime(within) ? [] : [finding("empty_stage", where)])];
  const { setting } = within;
  if (!Object.hasOwn(names.body.settings, setting)) return [...asked, finding("unknown_setting", where, { setting })];
  return [...asked, ...(settingValues(names.body, setting).every(isTime) ? [] : [finding("empty_stage", where)])];
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
        ...stageFindings(stage, where, names),
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
