import { useTranslations } from "next-intl";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import type { KeptRecordRow } from "../queries/kept-records";

type Props = { kept: readonly KeptRecordRow[]; recordHref: (target: string, recordId: string) => string | null };

/** What an undo left where it was, and why. */
export function KeptList({ kept, recordHref }: Props) {
  const t = useTranslations("imports");
  if (kept.length === 0) return null;
  return (
    <Section title={t("undo.kept", { count: kept.length })} spaced>
      <ul>
        {kept.map(({ target, recordId, why, label }) => {
          const href = recordHref(target, recordId);
          return (
            <li
              key={recordId}
              className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
            >
              <span className="font-strong wrap-anywhere">{href ? <Link href={href}>{label}</Link> : label}</span>
              <span className="text-ink-2">{t(`undo.why.${why}`)}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
