import { useLocale, useTranslations } from "next-intl";
import { dayOf } from "@/kernel/dates";
import { BarChart } from "@/ui/chart/bars";
import { Chip } from "@/ui/chip";
import { DataTable } from "@/ui/data-table/data-table";
import { EmptyState } from "@/ui/empty-state";
import { formatDay, formatHours, formatNumber, formatPercent } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { type FairnessDimension, fewestToJudge, type JudgedGroup } from "../../domain/fairness";
import type { DecidedCase, UnlikePair } from "../../domain/like-cases";

type GroupsProps = {
  by: FairnessDimension;
  groups: readonly (JudgedGroup & { readonly href: string })[];
  /** The rate of all. */
  rate: number;
};

/** How often each group was approved, beside the rate of all, and whether chance explains the difference. */
export function FairnessGroups({ by, groups, rate }: GroupsProps) {
  const t = useTranslations("deals.fairness");
  const locale = useLocale();
  const percent = (share: number) => formatPercent(share, locale, { digits: 0 });
  return (
    <>
      <div className="mt-5 max-w-190">
        <BarChart
          title={t("chart", { by })}
          sub={t("chartSub", { rate: percent(rate) })}
          reference={{ value: rate, text: t("all", { rate: percent(rate) }) }}
          rows={groups.map((group) => ({
            label: group.name,
            value: group.rate,
            text: percent(group.rate),
            href: group.href,
            tone: group.apart ? "warning" : group.small ? "quiet" : "strong",
          }))}
        />
      </div>
      <Section title={t("groups")} spaced>
        <DataTable
          label={t("groups")}
          keyboard
          empty={null}
          columns={[
            { id: "group", header: t(`by.${by}`) },
            { id: "approved", header: t("columns.approved"), align: "end" },
            { id: "count", header: t("columns.count"), align: "end" },
            { id: "interval", header: t("columns.interval"), oneLine: true },
            { id: "median", header: t("columns.median"), align: "end", oneLine: true },
            { id: "judgement", header: t("columns.judgement") },
          ]}
          rows={groups.map((group) => ({
            id: group.key,
            href: group.href,
            label: group.name,
            cells: {
              group: group.name,
              approved: percent(group.rate),
              count: formatNumber(group.count, locale),
              interval: t("range", { low: percent(group.interval.low), high: percent(group.interval.high) }),
              median: formatHours(group.medianMinutes, locale, { digits: 1 }),
              judgement: <Judgement group={group} />,
            },
          }))}
        />
        <p className="max-w-prose py-2.5 text-xs text-ink-3">{t("reading", { fewest: fewestToJudge })}</p>
      </Section>
    </>
  );
}

function Judgement({ group }: { group: JudgedGroup }) {
  const t = useTranslations("deals.fairness.judged");
  if (group.small) return <span className="text-ink-3">{t("small")}</span>;
  if (group.apart === null) return t("alike");
  return (
    <Chip tone="warning" icon="equal-not">
      {t(group.apart)}
    </Chip>
  );
}

type PairsProps = {
  pairs: readonly UnlikePair[];
  /** Where a deal of the reader's is shown. */
  base: string;
  zone: string;
  /** Whether the reader knows the vendor's people by name. */
  named: boolean;
};

const mostShown = 20;

/** Cases that are alike in what the rules ask and were decided differently. */
export function UnlikePairs({ pairs, base, zone, named }: PairsProps) {
  const t = useTranslations("deals.fairness");
  const say = useTranslations();
  const locale = useLocale();
  if (pairs.length === 0)
    return (
      <Section title={t("pairs")} spaced>
        <EmptyState title={t("noPairs")} text={t("noPairsText")} />
      </Section>
    );
  const differing = ({ differs }: UnlikePair) => differs.filter((what) => named || what !== "reviewer");
  return (
    <Section title={t("pairs")} aside={t("pairsAside", { count: pairs.length })} spaced>
      <p className="max-w-prose py-2.5 text-ink-2">{t("pairsText")}</p>
      <ul className="border-t border-line">
        {pairs.slice(0, mostShown).map((pair) => (
          <li key={pair.rejected.id} className="grid gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-2">
            <p className="text-xs text-ink-3 sm:col-span-2">
              {t("sharedFacts", {
                type: say(`deals.type.${pair.rejected.facts.dealType}`),
                product: pair.rejected.facts.productLine,
                tier: say(`partners.tier.${pair.rejected.facts.tier}`),
                territory: pair.rejected.facts.inTerritory ? "yes" : "no",
              })}
              {differing(pair).length > 0 &&
                ` · ${t("differs", {
                  what: differing(pair)
                    .map((what) => t(`differing.${what}`))
                    .join(", "),
                })}`}
            </p>
            {[pair.rejected, pair.approved].map((one) => (
              <CaseLine
                key={one.id}
                one={one}
                href={`${base}/${one.id}`}
                named={named}
                day={dayIn(one, zone, locale)}
              />
            ))}
          </li>
        ))}
      </ul>
      {pairs.length > mostShown && (
        <p className="py-2.5 text-xs text-ink-3">{t("pairsMore", { shown: mostShown, count: pairs.length })}</p>
      )}
    </Section>
  );
}

const dayIn = (one: DecidedCase, zone: string, locale: string) =>
  formatDay(dayOf(one.decidedAt, zone), locale, { year: true });

type CaseProps = { one: DecidedCase; href: string; named: boolean; day: string };

function CaseLine({ one, href, named, day }: CaseProps) {
  const t = useTranslations("deals");
  const { partner, region, reviewer } = one;
  return (
    <div className="min-w-0">
      <p className="font-strong">
        {t(`fairness.outcome.${one.outcome}`)}: <Link href={href}>{`${one.customer}, ${one.number}`}</Link>
      </p>
      {one.outcome === "rejected" && (
        <p>{t(t.has(`reason.${one.reasonCode}`) ? `reason.${one.reasonCode}` : "reason.other")}</p>
      )}
      <p className="text-xs text-ink-3">
        {[...(named ? [reviewer] : []), partner, region, day].filter(Boolean).join(" · ")}
      </p>
    </div>
  );
}
