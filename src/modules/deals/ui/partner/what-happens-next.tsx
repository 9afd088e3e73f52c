import { useLocale, useTranslations } from "next-intl";
import { dueWords } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";

type Props = {
  vendor: string;
  /** Who decides where a person has to; null where that is not known yet. */
  reviewer: string | null;
  /** When they would have to decide if it were submitted now. */
  dueAt: Date;
  now: Date;
  zone: string;
};

/** What follows a submission: the rules decide at once, or a named person by a named time. */
export function WhatHappensNext({ vendor, reviewer, dueAt, now, zone }: Props) {
  const t = useTranslations("deals.form.next");
  const locale = useLocale();
  const due = dueWords(dueAt, now, zone, locale, { today: t("today"), tomorrow: t("tomorrow") }, { zoneName: true });
  return (
    <Section title={t("title")}>
      <ol className="text-ink-2 *:border-b *:border-line *:py-2.5">
        <li>{t("rules")}</li>
        <li>{reviewer ? t("reviewer", { reviewer, vendor, due }) : t("somebody", { vendor, due })}</li>
        <li>{t("late")}</li>
      </ol>
      <p className="pt-2.5">
        <Link href="/portal/rules">{t("guide")}</Link>
      </p>
    </Section>
  );
}
