import { useLocale, useTranslations } from "next-intl";
import { money } from "@/kernel/money";
import type { Condition, DecisionTable, PolicyBody } from "@/kernel/policy";
import { localText } from "@/kernel/policy-explain";
import { formatMoney, formatPercent } from "@/ui/format/format";
import { Section } from "@/ui/section";
import { extensionTerms } from "../domain/extension";
import { registrationFacts } from "../facts";

type Props = {
  body: PolicyBody;
  currency: string;
  /** The reader's tier, to mark what is theirs; the vendor's people have none. */
  tier?: string;
};

/** The rules of registration in plain words, made from the rules themselves: what is asked, what is granted, who has how long. */
export function RegistrationRules({ body, currency, tier }: Props) {
  const t = useTranslations("deals.rules");
  const stages = useTranslations("deals.stage");
  const locale = useLocale();
  const minutes = body.settings["review.business_minutes"];
  const days = body.settings["answer.business_days"];
  return (
    <>
      <Section title={t("asks")} aside={t("asksAside")} spaced>
        <ol>
          {body.rules.map((rule) => (
            <li
              key={rule.id}
              className="grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
            >
              <span className="font-strong">
                {localText(rule.title, locale)}
                {limits(rule.pass) && <span className="block text-xs font-normal text-ink-2">{limits(rule.pass)}</span>}
                {rule.appliesWhen && <span className="block text-xs font-normal text-ink-3">{t("onlyNew")}</span>}
              </span>
              <span className="text-ink-2">{t(`otherwise.${rule.otherwise}`)}</span>
            </li>
          ))}
        </ol>
      </Section>
      <Grants
        title={t("benefit")}
        table={body.tables["benefit.basis_points"]}
        say={(value) => formatPercent(value / 10_000, locale)}
        tier={tier}
      />
      <Grants
        title={t("protection")}
        table={body.tables["protection.days"]}
        say={(value) => t("days", { count: value })}
      />
      <Section title={t("deadlines")} spaced>
        <ul className="text-ink-2">
          {!body.clocks?.review && typeof minutes === "number" && (
            <li className="border-b border-line py-2.5">{t("review", { hours: minutes / 60 })}</li>
          )}
          {typeof days === "number" && <li className="border-b border-line py-2.5">{t("answer", { days })}</li>}
          <li className="border-b border-line py-2.5">{extension()}</li>
          <li className="border-b border-line py-2.5">{t("limit", { amount: limit() })}</li>
        </ul>
      </Section>
    </>
  );

  /** The bound of an amount, which is what a reader looks for in its rule. */
  function limits(pass: Condition): string | null {
    if (!("is" in pass) || pass.is !== "lte") return null;
    const { value } = pass;
    const bound =
      typeof value === "object" && value !== null && "setting" in value ? body.settings[value.setting] : value;
    const isMoney = registrationFacts.some((fact) => fact.id === pass.fact && fact.type === "money");
    return isMoney && typeof bound === "number"
      ? t("upTo", { amount: formatMoney(money(bound, currency), locale) })
      : null;
  }

  function extension(): string {
    const terms = extensionTerms(body);
    if (terms.times === 0 || terms.days === 0) return t("extensionByPerson");
    return t("extension", { times: terms.times, days: terms.days, stage: stages(terms.fromStage) });
  }

  function limit(): string {
    const value = body.settings["auto_approval.limit"];
    return typeof value === "number" ? formatMoney(money(value, currency), locale) : "–";
  }
}

function Grants({
  title,
  table,
  say,
  tier,
}: {
  title: string;
  table: DecisionTable | undefined;
  say: (value: number) => string;
  tier?: string;
}) {
  const t = useTranslations();
  if (!table) return null;
  const value = (then: DecisionTable["rows"][number]["then"]) => (typeof then === "number" ? say(then) : String(then));
  return (
    <Section title={title} aside={table.hit === "first" ? t("deals.rules.firstCounts") : undefined} spaced>
      <table className="w-full">
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id} className="border-b border-line">
              <th scope="row" className="py-2.5 text-start font-normal">
                {when(row.when, t)}
                {tier && isTier(row.when, tier) && (
                  <span className="ms-2 rounded-sm bg-accent-soft px-1.5 py-0.5 text-xs text-accent-ink">
                    {t("deals.rules.yours")}
                  </span>
                )}
              </th>
              <td className="figures py-2.5 text-end font-strong">{value(row.then)}</td>
            </tr>
          ))}
          {table.otherwise !== undefined && (
            <tr className="border-b border-line">
              <th scope="row" className="py-2.5 text-start font-normal">
                {t("deals.rules.everythingElse")}
              </th>
              <td className="figures py-2.5 text-end font-strong">{value(table.otherwise)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Section>
  );
}

function isTier(condition: Condition, tier: string): boolean {
  return "is" in condition && condition.fact === "partner.tier" && condition.is === "eq" && condition.value === tier;
}

type Translate = ReturnType<typeof useTranslations>;

/** A condition of a grant in words. What these tables ask is a fact that equals a word; anything else is said as its fact. */
function when(condition: Condition, t: Translate): string {
  if (!("fact" in condition)) return t("deals.rules.combined");
  const declared = registrationFacts.find((fact) => fact.id === condition.fact);
  const label = declared ? t(declared.label) : condition.fact;
  if (!("is" in condition) || typeof condition.value !== "string") return label;
  const key = condition.fact === "deal.type" ? `deals.type.${condition.value}` : `partners.tier.${condition.value}`;
  return t("deals.rules.when", { label, value: t.has(key) ? t(key) : condition.value });
}
