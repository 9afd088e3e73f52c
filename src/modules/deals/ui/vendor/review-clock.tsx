import { useLocale, useTranslations } from "next-intl";
import { Clock } from "@/ui/clock";
import { dueWords } from "@/ui/format/format";

type Props = {
  dueAt: Date;
  now: Date;
  zone: string;
  /** Business minutes used and allowed. */
  used: number;
  total: number;
  consequence: string;
};

/** The vendor's clock on a registration: when it is due, what is left of it, and what happens then. */
export function ReviewClock({ dueAt, now, zone, used, total, consequence }: Props) {
  const t = useTranslations("channel.clock");
  const locale = useLocale();
  const left = Math.max(0, total - used);
  const late = dueAt.getTime() <= now.getTime();
  const due = dueWords(
    dueAt,
    now,
    zone,
    locale,
    { today: t("byToday"), tomorrow: t("byTomorrow") },
    { zoneName: true },
  );
  return (
    <Clock
      due={late ? t("overdue", { due }) : t("due", { due })}
      left={late ? undefined : t("left", { hours: hoursOf(left) })}
      consequence={consequence}
      usedMinutes={late ? total : used}
      totalMinutes={total}
      meterLabel={t("meter", { used: hoursOf(Math.min(used, total)), total: hoursOf(total) })}
    />
  );
}

/** Whole hours, and half ones below ten. */
function hoursOf(minutes: number): number {
  const hours = minutes / 60;
  return hours < 10 ? Math.round(hours * 2) / 2 : Math.round(hours);
}
