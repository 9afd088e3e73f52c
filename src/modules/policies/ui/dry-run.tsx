import { useLocale, useTranslations } from "next-intl";
import { money } from "@/kernel/money";
import type { Backtest, GroupCount } from "@/kernel/policy/backtest";
import { formatMoney } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { nameOf } from "./wording";

type Props = {
  result: Backtest;
  currency: string;
  /** What the cases are called, by id. */
  names: ReadonlyMap<string, string>;
  shown: number;
  /** Where all of them are listed. */
  allHref: string;
};

/** What a version would have done with cases that are decided: how many flip, where, with how much money, and which. */
export function DryRun({ result, currency, names, shown, allHref }: Props) {
  const t = useTranslations("policies.record");
  const all = useTranslations();
  const locale = useLocale();
  const amount = (value: number) => formatMoney(money(value, currency), locale, { whole: true });
  if (result.cases === 0) return <p className="py-2.5 text-ink-2">{t("noCases")}</p>;
  return (
    <>
      {result.unanswered.length > 0 && <p className="py-2.5">{t("unanswered", { count: result.unanswered.length })}</p>}
      {result.flips.length === 0 && <p className="py-2.5 text-ink-2">{t("noFlips")}</p>}
      {result.flips.length > 0 && (
        <>
          {Object.entries(result.groups).map(([kind, groups]) => (
            <Groups
              key={kind}
              title={t(`group.${kind}`)}
              groups={groups}
              amount={amount}
              wordOf={(group) => word(kind, group)}
            />
          ))}
          <ul className="mt-4">
            {result.flips.slice(0, shown).map((flip) => (
              <li
                key={flip.id}
                className="grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-[1fr_1fr_8rem]"
              >
                <Link href={`/channel/deals/${flip.id}`}>{names.get(flip.id) ?? t("case")}</Link>
                <span className="text-ink-2">
                  {flip.from === flip.to
                    ? flip.outputs.map((name) => nameOf(name, all)).join(", ")
                    : `${all(`policies.verdict.${flip.from}`)} → ${all(`policies.verdict.${flip.to}`)}`}
                </span>
                <span className="figures text-end">{flip.amount === null ? "–" : amount(flip.amount)}</span>
              </li>
            ))}
          </ul>
          {result.flips.length > shown && (
            <p className="flex flex-wrap gap-x-3 py-2.5 text-ink-2">
              {t("more", { shown, all: result.flips.length })}
              <Link href={allHref}>{t("showAll")}</Link>
            </p>
          )}
        </>
      )}
    </>
  );

  function word(kind: string, group: string): string {
    const key = kind === "tier" ? `partners.tier.${group}` : `deals.status.${group}`;
    return kind !== "region" && all.has(key) ? all(key) : group;
  }
}

type GroupsProps = {
  title: string;
  groups: Readonly<Record<string, GroupCount>>;
  amount: (value: number) => string;
  wordOf: (group: string) => string;
};

function Groups({ title, groups, amount, wordOf }: GroupsProps) {
  const t = useTranslations("policies.record");
  const sorted = Object.entries(groups).toSorted(([, left], [, right]) => right.flips - left.flips);
  return (
    <table className="mt-4 w-full sm:table-fixed [&_td]:ps-3 [&_th+th]:ps-3 sm:[&_th:first-child]:w-2/5">
      <thead>
        <tr className="border-b border-line text-xs text-ink-3">
          <th scope="col" className="py-1.5 text-start font-normal">
            {title}
          </th>
          {[t("cases"), t("flipped"), t("amount")].map((label) => (
            <th key={label} scope="col" className="py-1.5 text-end font-normal">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map(([group, counts]) => (
          <tr key={group} className="border-b border-line">
            <th scope="row" className="py-1.5 text-start font-normal">
              {wordOf(group)}
            </th>
            <td className="figures py-1.5 text-end">{counts.cases}</td>
            <td className="figures py-1.5 text-end">{counts.flips}</td>
            <td className="figures py-1.5 text-end">{amount(counts.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
