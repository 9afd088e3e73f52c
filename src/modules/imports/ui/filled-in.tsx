import { useLocale, useTranslations } from "next-intl";
import { type KeyFact, KeyFacts } from "@/ui/key-facts";
import { Section } from "@/ui/section";
import type { ImportReport, PartReport } from "../domain/report";
import { choiceWord, fieldWord, listed } from "./import-words";

const delimiterNames: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };

/** How each file was read, and what did not come from it: what rules gave, what the preset says of every row. */
export function FilledIn({ report }: { report: ImportReport }) {
  const t = useTranslations("imports");
  const facts = usePartFacts();
  return (
    <Section title={t("check.howRead")} spaced>
      {report.parts.map((part) => (
        <div key={part.part} className="mt-2">
          {report.parts.length > 1 && <h3 className="mt-3 font-strong">{t(`part.${part.part}`)}</h3>}
          <KeyFacts facts={facts(part, report)} />
        </div>
      ))}
    </Section>
  );
}

function usePartFacts() {
  const t = useTranslations("imports");
  const locale = useLocale();
  return (part: PartReport, report: ImportReport): KeyFact[] => {
    const { encoding, delimiter, headerLine, byRule, fixed, made, unusedColumns, blank } = part;
    const ruled = Object.entries(byRule).map(([field, rows]) => t("check.ruled", { field: fieldWord(t, field), rows }));
    const values = Object.entries(fixed).map(([key, value]) => {
      const words = (Array.isArray(value) ? value : [value]).map((each) =>
        choiceWord(t, locale, undefined, { key: String(each ?? ""), label: String(each ?? "") }),
      );
      return `${fieldWord(t, key.replace(/ in$/, ""))}: ${words.join(", ")}`;
    });
    const rows: (KeyFact | false)[] = [
      {
        label: t("check.file"),
        value: part.file,
        detail: `${t("check.written", {
          encoding: encoding.encoding.toUpperCase(),
          delimiter: t(`check.delimiter.${delimiterNames[delimiter] ?? "comma"}`),
        })}. ${headerLine === null ? t("check.noHeader") : t("check.header", { line: headerLine })}`,
      },
      encoding.by === "likely" && {
        label: t("check.encoding"),
        value: t("check.likely", { encoding: encoding.encoding }),
      },
      ruled.length > 0 && {
        label: t(report.rules ? "check.byRule" : "check.byTerritory"),
        value: listed(locale, ruled),
        ...(report.rules ? { detail: t("check.rule", report.rules) } : {}),
      },
      values.length > 0 && { label: t("check.fixed"), value: values.join("; ") },
      made.length > 0 && {
        label: t("check.madeOfName"),
        value: listed(
          locale,
          made.map((key) => fieldWord(t, key)),
        ),
      },
      unusedColumns.length > 0 && { label: t("check.unused"), value: unusedColumns.join(", ") },
      blank > 0 && { label: t("check.blank"), value: t("cli.blank", { count: blank }) },
    ];
    return rows.filter((row) => row !== false);
  };
}
