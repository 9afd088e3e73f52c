import { useLocale, useTranslations } from "next-intl";
import { atRiskOn } from "@/kernel/survival";
import { StepCurve } from "@/ui/chart/step-curve";
import { EmptyState } from "@/ui/empty-state";
import { formatPercent } from "@/ui/format/format";
import { Link } from "@/ui/link";
import type { FirstDealTime } from "../domain/first-deal";

type Props = {
  time: FirstDealTime;
  /** The list of the partners behind it. */
  href: string;
  /** What the curve shows, where the page has said the finding already. */
  title?: string;
};

/** How long new partners take to a first confirmed win: the day by which half have one, the curve, and who waits. */
export function FirstDealCurve({ time, href, title }: Props) {
  const t = useTranslations("partners.firstDeal");
  const locale = useLocale();
  const { curve, halfBy, observations, notYet } = time;
  if (observations.length === 0) return <EmptyState title={t("none")} text={t("noneText")} />;
  const longest = Math.max(90, ...observations.map(({ days }) => days));
  const until = Math.min(730, Math.ceil(longest / 90) * 90);
  const stride = until > 360 ? 180 : 90;
  const days = Array.from({ length: Math.floor(until / stride) + 1 }, (_, index) => index * stride);
  const percent = (share: number) => formatPercent(share, locale, { digits: 0 });
  return (
    <StepCurve
      title={title ?? headline(time, t)}
      sub={<Link href={href}>{t("signed", { count: observations.length, notYet })}</Link>}
      steps={curve
        .filter(({ day }) => day <= until)
        .map(({ day, share, low, high }) => ({ at: day, value: share, low, high }))}
      until={until}
      ticks={days.map((day) => ({
        at: day,
        label: day === 0 ? t("agreement") : t("day", { day }),
        below: String(atRiskOn(observations, day)),
      }))}
      belowLabel={t("atRisk")}
      mark={
        halfBy !== null && halfBy <= until ? { at: halfBy, value: 0.5, text: t("halfBy", { day: halfBy }) } : undefined
      }
      percent={percent}
      rows={curve.map(({ day, share }) => ({ label: t("day", { day }), text: percent(share) }))}
    />
  );
}

type Say = (key: string, values?: Record<string, string | number>) => string;

/** The answer in words; while fewer than half have a deal there is no such day. */
export function headline({ halfBy, observations, notYet }: FirstDealTime, t: Say): string {
  if (halfBy !== null) return t("half", { days: halfBy });
  return t("fewerThanHalf", { there: observations.length - notYet, count: observations.length });
}
