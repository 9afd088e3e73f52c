import type { PolicyBody } from "@/kernel/policy";
import { localText } from "@/kernel/policy-explain";
import { conditionWords, type PolicyWording } from "@/ui/policy/words";
import { nameOf } from "./wording";

/** A place in a policy in words: the rule, table or setting, and what of it; `part` is empty where it is all of it. */
export type PlaceWords = { readonly title: string; readonly part: string };

const ruleParts = ["pass", "otherwise", "title", "because", "reason", "appliesWhen"];

/** A dotted path of a difference or a finding, in words; the first of the policies that has the rule or row names it. */
export function placeWords(path: string, bodies: readonly PolicyBody[], wording: PolicyWording): PlaceWords {
  const { t } = wording;
  const [section = "", ...steps] = path.split(".");
  const rest = steps.join(".");
  if (section === "settings") return { title: nameOf(rest, t), part: "" };
  if (section === "rules") return rulePlace(rest, bodies, wording);
  if (section === "tables") return tablePlace(rest, bodies, wording);
  if (section === "overrides") {
    const found = bodies.flatMap(({ overrides = [] }) => overrides).find(({ id }) => isAt(rest, id));
    return { title: found ? localText(found.title, wording.locale) : t("policies.place.overrides"), part: "" };
  }
  if (section === "clocks") return clockPlace(steps, t);
  const key = `policies.place.${section}`;
  return { title: t.has(key) ? t(key) : t("policies.place.rules"), part: rest === "" ? "" : wording.labelOf(rest) };
}

function clockPlace([clock = "", stage]: readonly string[], t: PolicyWording["t"]): PlaceWords {
  const key = `policies.rules.clocks.${clock}`;
  const title = t.has(key) ? t(key) : t("policies.place.clocks");
  return { title, part: stage ? t("policies.place.stage", { stage: nameOf(stage.replaceAll("-", " "), t) }) : "" };
}

const isAt = (path: string, name: string) => path === name || path.startsWith(`${name}.`);

function rulePlace(rest: string, bodies: readonly PolicyBody[], { t, locale }: PolicyWording): PlaceWords {
  const rule = bodies.flatMap(({ rules }) => rules).find(({ id }) => isAt(rest, id));
  if (!rule) return { title: t("policies.place.rules"), part: rest === "" ? t("policies.place.order") : "" };
  const part = rest.slice(rule.id.length + 1).split(".")[0] ?? "";
  return {
    title: localText(rule.title, locale),
    part: ruleParts.includes(part) ? t(`policies.place.rule.${part}`) : "",
  };
}

function tablePlace(rest: string, bodies: readonly PolicyBody[], wording: PolicyWording): PlaceWords {
  const { t } = wording;
  const name = bodies.flatMap(({ tables }) => Object.keys(tables)).find((table) => isAt(rest, table));
  if (!name) return { title: t("policies.place.tables"), part: "" };
  const inside = rest.slice(name.length + 1);
  const title = nameOf(name, t);
  if (inside === "otherwise") return { title, part: t("policies.edit.otherwise") };
  if (inside === "rows") return { title, part: t("policies.place.order") };
  const row = bodies
    .flatMap(({ tables }) => tables[name]?.rows ?? [])
    .find(({ id }) => isAt(inside.replace(/^rows\./, ""), id));
  return { title, part: row ? conditionWords(row.when, wording) : "" };
}
