import type { Comparison, Condition, FactType, PolicyBody, Setting } from "@/kernel/policy/language";

/** Where a figure stands in a policy: the steps to it. */
type Place = readonly (string | number)[];

/** A figure a program owner changes without touching the shape of the rules. */
export type Figure = {
  /** The place, as text: what a form names its field. */
  readonly path: string;
  /** The part it belongs to: a rule or row by its id, or nothing for a setting. */
  readonly part: string;
  readonly section: "settings" | "rules" | "tables";
  /** The setting, fact or table it is a figure of. */
  readonly of: string;
  readonly role: "setting" | "bound" | "from" | "to" | "answer" | "otherwise" | "verdict";
  /** How a fact is compared with a bound. */
  readonly is?: Comparison;
  readonly type: FactType | "verdict";
  readonly value: Setting;
};

// A form takes a dot in a name for a step, as a path takes a slash.
const escapes = [
  ["~", "~0"],
  ["/", "~1"],
  [".", "~2"],
] as const;
const pathOf = (place: Place) =>
  place
    .map((step) => escapes.reduce((text, [plain, written]) => text.replaceAll(plain, written), String(step)))
    .join("/");
const stepsOf = (path: string) =>
  path
    .split("/")
    .map((step) => escapes.toReversed().reduce((text, [plain, written]) => text.replaceAll(written, plain), step));

const typeOf = (value: Setting): FactType =>
  typeof value === "boolean" ? "boolean" : typeof value === "number" ? "number" : "text";

type Types = ReadonlyMap<string, FactType>;
type Part = Pick<Figure, "part" | "section">;

/** The literal bounds of a condition, however deep. */
function boundsIn(condition: Condition, place: Place, part: Part, types: Types): Figure[] {
  if ("all" in condition)
    return condition.all.flatMap((inner, at) => boundsIn(inner, [...place, "all", at], part, types));
  if ("any" in condition)
    return condition.any.flatMap((inner, at) => boundsIn(inner, [...place, "any", at], part, types));
  if ("of" in condition) return condition.of.flatMap((inner, at) => boundsIn(inner, [...place, "of", at], part, types));
  if ("not" in condition) return boundsIn(condition.not, [...place, "not"], part, types);
  const type = types.get(condition.fact) ?? "number";
  const figure = (role: Figure["role"], step: string, value: unknown): Figure[] =>
    typeof value === "number"
      ? [{ ...part, path: pathOf([...place, step]), of: condition.fact, role, type, value }]
      : [];
  if ("is" in condition)
    return figure("bound", "value", condition.value).map((bound) => ({ ...bound, is: condition.is }));
  return "in" in condition ? [] : [...figure("from", "from", condition.from), ...figure("to", "to", condition.to)];
}

/** Every figure of a policy: settings, what follows where a rule fails, bounds in rules and rows, answers of tables. */
export function figuresOf(body: PolicyBody, types: Types): Figure[] {
  const settings = Object.entries(body.settings)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]): Figure => {
      const type = types.get(name) ?? typeOf(value);
      return {
        path: pathOf(["settings", name]),
        part: "",
        section: "settings",
        of: name,
        role: "setting",
        type,
        value,
      };
    });
  const rules = body.rules.flatMap((rule, at): Figure[] => {
    const part = { part: rule.id, section: "rules" } as const;
    const place = ["rules", at];
    return [
      {
        ...part,
        path: pathOf([...place, "otherwise"]),
        of: rule.id,
        role: "verdict",
        type: "verdict",
        value: rule.otherwise,
      },
      ...boundsIn(rule.pass, [...place, "pass"], part, types),
    ];
  });
  const tables = Object.entries(body.tables).flatMap(([name, table]): Figure[] => {
    const answer = (part: string, place: Place, role: "answer" | "otherwise", value: unknown): Figure[] =>
      typeof value === "number"
        ? [{ path: pathOf(place), part, section: "tables", of: name, role, type: types.get(name) ?? "number", value }]
        : [];
    const rows = table.rows.flatMap((row, at) => [
      ...boundsIn(
        row.when,
        ["tables", name, "rows", at, "when"],
        { part: `${name} ${row.id}`, section: "tables" },
        types,
      ),
      ...answer(`${name} ${row.id}`, ["tables", name, "rows", at, "then"], "answer", row.then),
    ]);
    return [...rows, ...answer(name, ["tables", name, "otherwise"], "otherwise", table.otherwise)];
  });
  return [...settings, ...rules, ...tables];
}

function replaced(value: unknown, place: Place, figure: Setting): unknown {
  const [step, ...rest] = place;
  if (step === undefined) return figure;
  if (Array.isArray(value))
    return value.map((entry, at) => (at === Number(step) ? replaced(entry, rest, figure) : entry));
  // A figure stands in the policy it was read from.
  const record = value as Record<string, unknown>;
  return Object.hasOwn(record, step) ? { ...record, [step]: replaced(record[step], rest, figure) } : record;
}

/** The policy with other figures in the same places; whatever is not a figure of it is left out. */
export function withFigures(body: PolicyBody, types: Types, changes: ReadonlyMap<string, Setting>): PolicyBody {
  return figuresOf(body, types).reduce((changed, { path, value }) => {
    const figure = changes.get(path);
    if (figure === undefined || figure === value) return changed;
    return replaced(changed, stepsOf(path), figure) as PolicyBody;
  }, body);
}

const verdicts: readonly Setting[] = ["review", "ask", "reject"];

/** Reads what was typed for a figure; null where it is none. `digits` are those of the currency's minor unit. */
export function readFigure({ type }: Pick<Figure, "type">, typed: string, digits: number): Setting | null {
  const text = typed.trim();
  if (type === "verdict") return verdicts.includes(text) ? text : null;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : null;
  if (type === "text" || type === "date") return text === "" ? null : text;
  if (!/^-?\d{1,13}(\.\d{1,4})?$/.test(text)) return null;
  const scale = { money: 10 ** digits, share: 100 }[type as string] ?? 1;
  const value = Math.round(Number(text) * scale);
  return scale === 1 ? Number(text) : value;
}

/** How a figure is typed: amounts in whole units, shares in percent. */
export function typedFigure({ type, value }: Pick<Figure, "type" | "value">, digits: number): string {
  if (typeof value !== "number") return String(value);
  if (type === "money") return (value / 10 ** digits).toFixed(value % 10 ** digits === 0 ? 0 : digits);
  return type === "share" ? String(value / 100) : String(value);
}

/** What settings and tables of the product are figures of, beside the facts. */
export const figureTypes: readonly (readonly [name: string, type: FactType])[] = [
  ["auto_approval.limit", "money"],
  ["manager.limit", "money"],
  ["benefit.basis_points", "share"],
  ["win.match.basis_points", "share"],
  ["win.match.days", "days"],
  ["presales.business_days", "days"],
  ["protection.days", "days"],
  ["extension.days", "days"],
  ["answer.business_days", "days"],
  ["inactivity.days", "days"],
  ["inactivity.last_days", "days"],
  ["milestone.days", "days"],
  ["milestone.last_days", "days"],
  ["notice.days", "days"],
];

/** Settings that are one of a few words. */
export const settingChoices: Readonly<Partial<Record<string, readonly string[]>>> = {
  "direct.on_protected": ["warn", "block"],
  "milestone.stage": ["qualified", "proposal", "negotiation"],
  "extension.from_stage": ["prospecting", "qualified", "proposal", "negotiation"],
};
