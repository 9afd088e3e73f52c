import { useLocale, useTranslations } from "next-intl";
import { Clock } from "@/ui/clock";
import { dueWords } from "@/ui/format/format";

export type WaitingClockProps = {
  /** Who has to act: the vendor decides about the registration or about more time, or the reader answers. */
  kind: "review" | "extension" | "answer";
  /** Who decides. */
  reviewer: string | null;
  vendor: string;
  dueAt: Date;
  now: Date;
  zone: string;
  /** Business minutes used and allowed. */
  usedMinutes: number;
  totalMinutes: number;
  /** What follows when it runs out. */
  late: string;
};

/** Whole business hours, and half ones below ten. */
function hoursOf(minutes: number): number {
  const hours = minutes / 60;
  return hours < 10 ? Math.floor(hours * 2) / 2 : Math.floor(hours);
}

/** The clock both sides see: who has to act, by when in the reader's zone, what is left, and what happens when it runs out. */
export function WaitingClock(props: WaitingClockProps) {
  const { kind, reviewer, vendor, dueAt, now, zone, usedMinutes, totalMinutes } = props;
  const t = useTranslations("deals.clock");
  const locale = useLocale();
  const words = { today: t("today"), tomorrow: t("tomorrow") };
  const due = dueWords(dueAt, now, zone, locale, words, { zoneName: true });
  const isLate = dueAt.getTime() <= now.getTime();
  const name = reviewer ?? vendor;
  const left = Math.max(0, totalMinutes - usedMinutes);
  return (
    <Clock
      due={isLate ? t("overdue", { due }) : t(`by.${kind}`, { name, due })}
      left={isLate ? t("with", { kind, name }) : t("left", { hours: hoursOf(left) })}
      consequence={consequence()}
      usedMinutes={isLate ? totalMinutes : usedMinutes}
      totalMinutes={totalMinutes}
      meterLabel={t("meter", { used: hoursOf(Math.min(usedMinutes, totalMinutes)), total: hoursOf(totalMinutes) })}
    />
  );

  function consequence(): string {
    if (kind === "review") return t(`${isLate ? "was" : "if"}Late.${props.late}`);
    return t(isLate ? `${kind}Late` : kind);
  }
}
