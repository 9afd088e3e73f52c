import type { PolicyBody } from "@/kernel/policy";
import { isReference, leavesOf } from "@/kernel/policy/condition";
import { localText } from "@/kernel/policy-explain";
import { conditionWords, type PolicyWording } from "@/ui/policy/words";
import { type Figure, figuresOf, settingChoices, typedFigure } from "../domain/figures";
import type { EditedFigure, EditedGroup, EditedRow } from "./figures-form";
import { nameOf, settingWords } from "./wording";

type Types = Parameters<typeof figuresOf>[1];
type Kit = { readonly figures: readonly Figure[]; readonly digits: number; readonly wording: PolicyWording };

/** The figures of a policy as a form asks for them: rule by rule, each table as a grid, then what else is set. */
export function editedGroups(body: PolicyBody, types: Types, digits: number, wording: PolicyWording): EditedGroup[] {
  const kit: Kit = { figures: figuresOf(body, types), digits, wording };
  const { t } = wording;
  const settings = kit.figures.filter(({ role, of }) => role === "setting" && !isAskedByRule(body, of));
  const groups = [
    { id: "rules", title: t("policies.edit.rules"), rows: ruleRows(body, kit) },
    ...Object.keys(body.tables).map((name) => ({ id: name, title: nameOf(name, t), rows: tableRows(body, name, kit) })),
    {
      id: "settings",
      title: t("policies.edit.settings"),
      rows: settings.filter(isOpen).map((figure) => ({
        title: nameOf(figure.of, t),
        figures: [edited(figure, nameOf(figure.of, t), kit, false)],
      })),
    },
  ];
  return groups.filter(({ rows }) => rows.some(({ figures }) => figures.length > 0));
}

/** A word is changed where there is another to choose. */
const isOpen = ({ type, of }: Figure) => type !== "text" || settingChoices[of] !== undefined;

/** The settings a rule compares a fact with: they are edited where they are asked. */
function settingsOf({ pass }: PolicyBody["rules"][number]): string[] {
  return leavesOf(pass).flatMap((leaf) =>
    "is" in leaf && isReference(leaf.value) && "setting" in leaf.value ? [leaf.value.setting] : [],
  );
}

const isAskedByRule = ({ rules }: PolicyBody, setting: string) =>
  rules.some((rule) => settingsOf(rule).includes(setting));

function ruleRows(body: PolicyBody, kit: Kit): EditedRow[] {
  const { figures, wording } = kit;
  const shown = new Set<string>();
  return body.rules.map((rule) => {
    const title = localText(rule.title, wording.locale);
    const own = figures.filter(({ section, part }) => section === "rules" && part === rule.id);
    const verdict = own.find(({ role }) => role === "verdict");
    const asked = settingsOf(rule).filter((name) => !shown.has(name));
    for (const name of asked) shown.add(name);
    const settings = figures.filter(({ role, of }) => role === "setting" && asked.includes(of));
    return {
      title,
      verdict: verdict && edited(verdict, `${title}: ${wording.t("policies.edit.verdict")}`, kit, false),
      figures: [
        ...settings.map((figure) => edited(figure, nameOf(figure.of, wording.t), kit, true)),
        ...own
          .filter((figure) => figure !== verdict)
          .map((figure) => edited(figure, boundLabel(figure, kit), kit, true)),
      ],
    };
  });
}

function tableRows(body: PolicyBody, name: string, kit: Kit): EditedRow[] {
  const { figures, wording } = kit;
  const table = body.tables[name];
  const row = (title: string, part: string, answer: unknown): EditedRow => ({
    title,
    hint: typeof answer === "string" ? settingWords(name, answer, wording) : undefined,
    figures: figures
      .filter((figure) => figure.section === "tables" && figure.of !== "" && figure.part === part)
      .map((figure) => {
        const isAnswer = figure.role === "answer" || figure.role === "otherwise";
        const label = isAnswer ? `${nameOf(name, wording.t)}: ${title}` : boundLabel(figure, kit);
        return edited(figure, label, kit, !isAnswer);
      }),
  });
  const rows = (table?.rows ?? []).map(({ id, when, then }) =>
    row(conditionWords(when, wording), `${name} ${id}`, then),
  );
  return table?.otherwise === undefined
    ? rows
    : [...rows, row(wording.t("policies.edit.otherwise"), name, table.otherwise)];
}

function boundLabel({ of, role, is }: Figure, { wording: { t, labelOf } }: Kit): string {
  const fact = labelOf(of);
  return is ? t(`policies.edit.is.${is}`, { fact }) : t(`policies.edit.${role}`, { fact });
}

function edited(figure: Figure, label: string, { digits, wording }: Kit, isLabelled: boolean): EditedFigure {
  return {
    path: figure.path,
    label,
    isLabelled,
    unit: unitOf(figure, wording),
    isMoney: figure.type === "money",
    typed: typedFigure(figure, digits),
    options: optionsOf(figure, wording),
  };
}

function unitOf({ type }: Figure, { t, currency }: PolicyWording): string | null {
  if (type === "money") return currency;
  if (type === "share") return "%";
  return type === "days" || type === "score" ? t(`policies.edit.unit.${type}`) : null;
}

function optionsOf({ type, of }: Figure, wording: PolicyWording): EditedFigure["options"] {
  const { t } = wording;
  if (type === "boolean")
    return ["true", "false"].map((value) => ({ value, label: t(`policies.edit.${value === "true" ? "yes" : "no"}`) }));
  if (type === "verdict")
    return ["review", "ask", "reject"].map((value) => ({ value, label: t(`policies.verdict.${value}`) }));
  return settingChoices[of]?.map((value) => ({ value, label: settingWords(of, value, wording) })) ?? null;
}
