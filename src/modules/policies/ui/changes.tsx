import { useTranslations } from "next-intl";
import type { Change } from "@/kernel/policy/diff";
import type { Condition } from "@/kernel/policy/language";
import { localText } from "@/kernel/policy-explain";
import { conditionWords, type PolicyWording, valueWords } from "@/ui/policy/words";

type Props = { changes: readonly Change[]; wording: PolicyWording };

/** What turns the rules in force into these, part by part. */
export function Changes({ changes, wording }: Props) {
  const t = useTranslations("policies.record");
  if (changes.length === 0) return <p className="py-2.5 text-ink-2">{t("noChanges")}</p>;
  return (
    <ul>
      {changes.map((change) => (
        <li
          key={`${change.kind} ${change.path}`}
          className="grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-2"
        >
          <span className="wrap-anywhere text-ink-2">{change.path}</span>
          <span className="wrap-anywhere">
            {change.before !== undefined && (
              <del className="text-ink-3">{said(change.path, change.before, wording)}</del>
            )}{" "}
            {change.after !== undefined && (
              <ins className="no-underline">{said(change.path, change.after, wording)}</ins>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** One side of a change in words: a condition, a text or a value as such, anything larger as it is written. */
function said(path: string, value: unknown, wording: PolicyWording): string {
  const last = path.split(".").at(-1) ?? "";
  if (["pass", "when", "appliesWhen"].includes(last)) return conditionWords(value as Condition, wording);
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value.join(", ");
  if (isRecord(value)) {
    if (typeof value.en === "string")
      return localText({ en: value.en, ...(value as Record<string, string>) }, wording.locale);
    if (isRecord(value.title)) return said("title", value.title, wording);
    return JSON.stringify(value);
  }
  const known = path.startsWith("settings.") ? path.slice("settings.".length) : tableOf(path);
  return valueWords(known, value as string | number | boolean, wording);
}

/** The table whose answer a path leads to: its name may have dots itself. */
function tableOf(path: string): string {
  return /^tables\.(.+?)\.(?:rows\.|otherwise$)/.exec(path)?.[1] ?? path;
}
