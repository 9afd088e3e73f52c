import { useTranslations } from "next-intl";
import type { PolicyBody } from "@/kernel/policy";
import { type Change, diff } from "@/kernel/policy/diff";
import { localText } from "@/kernel/policy-explain";
import type { PolicyWording } from "@/ui/policy/words";
import { conditionWords } from "@/ui/policy/words";
import { placeWords } from "./places";
import { nameOf, settingWords, stageWords } from "./wording";

type Props = { before: PolicyBody; after: PolicyBody; wording: PolicyWording };

/** What turns the rules in force into these, part by part, each with what it was and what it becomes. */
export function Changes({ before, after, wording }: Props) {
  const t = useTranslations("policies.record");
  const changes = diff(before, after).flatMap(byClock);
  if (changes.length === 0) return <p className="py-2.5 text-ink-2">{t("noChanges")}</p>;
  return (
    <ul>
      {changes.map((change) => {
        const { title, part } = placeWords(change.path, [after, before], wording);
        const [was, becomes] = [change.before, change.after].map((value) => said(change.path, value, wording));
        return (
          <li
            key={`${change.kind} ${change.path}`}
            className="grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-2"
          >
            <span className="min-w-0 wrap-anywhere">
              <span className="font-strong">{title}</span>
              {part && <span className="block text-xs text-ink-3">{part}</span>}
            </span>
            <span className="figures min-w-0 wrap-anywhere whitespace-pre-line">
              {change.kind === "moved" ? (
                t("moved")
              ) : (
                <>
                  {was && <del className="text-ink-3">{was}</del>}
                  {was && becomes && <span className="text-ink-3"> → </span>}
                  {becomes && <ins className="font-strong no-underline">{becomes}</ins>}
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** All clocks at once are read one by one. */
function byClock(change: Change): readonly Change[] {
  const clocks = change.path === "clocks" ? (change.after ?? change.before) : null;
  if (!isRecord(clocks)) return [change];
  const side = change.kind === "removed" ? "before" : "after";
  return Object.entries(clocks).map(([name, stages]) => ({
    path: `clocks.${name}`,
    kind: change.kind,
    [side]: stages,
  }));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** One side of a change in words: a condition, a text or a value as such, of a larger part that it is there. */
function said(path: string, value: unknown, wording: PolicyWording): string {
  if (value === undefined) return "";
  const last = path.split(".").at(-1) ?? "";
  // The shape of a part follows from its place.
  if (["pass", "when", "appliesWhen"].includes(last)) return conditionWords(value as never, wording);
  if (path === "clocks" || path.startsWith("clocks."))
    return stagesSaid(value, wording) ?? leafSaid(path, value, wording);
  if (isRecord(value)) {
    if (typeof value.en === "string") return localText({ ...value, en: value.en }, wording.locale);
    if (isRecord(value.title) && typeof value.title.en === "string")
      return localText({ ...value.title, en: value.title.en }, wording.locale);
    if ("then" in value) return said(path, value.then, wording);
    return "setting" in value || "fact" in value
      ? wording.labelOf(String(value.setting ?? value.fact))
      : wording.t("policies.place.written");
  }
  return leafSaid(path, value, wording);
}

/** Stages in words, however many a change is about; null where it is about a part of one. */
function stagesSaid(value: unknown, wording: PolicyWording): string | null {
  if (Array.isArray(value)) return value.map((stage) => stagesSaid(stage, wording)).join("\n");
  if (!isRecord(value)) return null;
  // The shape of a part follows from its place.
  if ("late" in value) return stageWords(value as never, wording);
  return "setting" in value ? nameOf(String(value.setting), wording.t) : stagesSaid(Object.values(value), wording);
}

function leafSaid(path: string, value: unknown, wording: PolicyWording): string {
  const last = path.split(".").at(-1) ?? "";
  if (path.startsWith("rules.") && last === "otherwise") return wording.t(`policies.verdict.${value}`);
  const known = path.startsWith("settings.") ? path.slice("settings.".length) : tableOf(path);
  return settingWords(known, value as string | number | boolean, wording);
}

/** The table whose answer a path leads to: its name may have dots itself. */
function tableOf(path: string): string {
  return /^tables\.(.+?)\.(?:rows\.|otherwise$)/.exec(path)?.[1] ?? path;
}
