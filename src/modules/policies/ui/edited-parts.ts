import type { PolicyBody } from "@/kernel/policy";
import { localText } from "@/kernel/policy-explain";
import type { PolicyWording } from "@/ui/policy/words";
import { type Figure, figuresOf, typedFigure } from "../domain/figures";
import type { EditedFigure, EditedPart } from "./forms";
import { nameOf } from "./wording";

type Types = Parameters<typeof figuresOf>[1];

/** The figures of a policy as a form asks for them: settings first, then each rule and each row. */
export function editedParts(body: PolicyBody, types: Types, digits: number, wording: PolicyWording): EditedPart[] {
  const { t } = wording;
  const parts = new Map<string, { title: string; figures: EditedFigure[] }>();
  for (const figure of figuresOf(body, types)) {
    const title = titleOf(figure, body, wording);
    const part = parts.get(title) ?? { title, figures: [] };
    parts.set(title, part);
    part.figures.push({
      path: figure.path,
      label: labelOf(figure, wording),
      help: helpOf(figure, wording),
      typed: typedFigure(figure, digits),
      options: optionsOf(figure, t),
    });
  }
  return [...parts.values()];
}

function titleOf({ section, part, of }: Figure, body: PolicyBody, { t, locale }: PolicyWording): string {
  if (section === "settings") return t("policies.edit.settings");
  if (section === "rules") {
    const rule = body.rules.find(({ id }) => id === part);
    return rule ? localText(rule.title, locale) : part;
  }
  const [table = of, ...row] = part.split(" ");
  return [nameOf(table, t), ...row].join(": ");
}

function labelOf({ role, of }: Figure, { t, labelOf: label }: PolicyWording): string {
  if (role === "setting") return nameOf(of, t);
  return t(`policies.edit.${role}`, { fact: label(of) });
}

function helpOf({ type }: Figure, { t, currency }: PolicyWording): string | null {
  if (type === "money") return t("policies.edit.amountIn", { currency });
  return type === "share" ? t("policies.edit.percent") : null;
}

function optionsOf({ type }: Figure, t: PolicyWording["t"]): EditedFigure["options"] {
  if (type === "boolean")
    return ["true", "false"].map((value) => ({ value, label: t(`policies.edit.${value === "true" ? "yes" : "no"}`) }));
  if (type !== "verdict") return null;
  return ["review", "ask", "reject"].map((value) => ({ value, label: t(`policies.verdict.${value}`) }));
}
