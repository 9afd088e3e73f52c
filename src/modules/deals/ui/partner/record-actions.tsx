import { useTranslations } from "next-intl";
import { type Money, minorDigits } from "@/kernel/money";
import { LinkButton } from "@/ui/button";
import { Icon } from "@/ui/icon";
import { openStages } from "../../domain/deal";
import type { DealRecord } from "../../queries/record-deal";
import { ChangeStage, ReportLoss, ReportWin, WithdrawDeal } from "./deal-actions";

type Props = { deal: DealRecord; vendor: string; today: string; currencies: readonly string[] };

/** The one thing to do next with a deal, where there is one. */
export function PrimaryAction({ deal, vendor, today, currencies }: Props) {
  const t = useTranslations("deals.action");
  if (deal.can.edit) {
    return (
      <LinkButton variant="primary" href={`/portal/deals/${deal.id}/edit`}>
        {t(deal.status === "needs_info" ? "answer" : "continue")}
      </LinkButton>
    );
  }
  if (isEnded(deal)) {
    return (
      <LinkButton variant="primary" href={`/portal/deals/new?from=${deal.id}`}>
        {t("again")}
      </LinkButton>
    );
  }
  return (
    <ReportWin
      dealId={deal.id}
      version={deal.version}
      vendor={vendor}
      wonOn={today}
      amount={typed(deal.amount, currencies)}
      currencies={currencies}
    />
  );
}

/** Ended without a sale under way: the same deal can be registered again with what was typed. */
function isEnded({ status }: DealRecord): boolean {
  return status === "rejected" || status === "withdrawn";
}

/** Whether there is one thing to do next. */
export function hasPrimaryAction(deal: DealRecord, mayRegister: boolean): boolean {
  return deal.can.edit || deal.can.report || (mayRegister && isEnded(deal));
}

/** Whether anything else can be done. */
export function hasOtherActions({ can, status }: DealRecord): boolean {
  return can.withdraw || can.report || status === "approved" || status === "expired";
}

/** What else can be done. */
export function OtherActions({ deal, today }: Pick<Props, "deal" | "today">) {
  const t = useTranslations("deals.action");
  const target = { dealId: deal.id, version: deal.version };
  const stage = openStages.find((open) => open === deal.stage);
  const name = deal.customer.name || deal.number;
  return (
    <>
      {deal.can.report && stage && <ChangeStage {...target} stage={stage} />}
      {deal.can.report && <ReportLoss {...target} today={today} />}
      {deal.can.withdraw && <WithdrawDeal {...target} name={name} draft={deal.status === "draft"} />}
      {deal.status === "expired" && <LinkButton href={`/portal/deals/new?from=${deal.id}`}>{t("again")}</LinkButton>}
      {deal.status === "approved" && (
        <LinkButton href={`/portal/deals/${deal.id}/letter`} icon={<Icon name="file-check" />}>
          {t("letter")}
        </LinkButton>
      )}
    </>
  );
}

/** Money as text for a form: major units with a point. */
function typed(amount: Money | null, currencies: readonly string[]): { amount: string; currency: string } {
  if (!amount) return { amount: "", currency: currencies[0] ?? "EUR" };
  const digits = minorDigits(amount.currency);
  const text = String(amount.amount).padStart(digits + 1, "0");
  const major = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return { amount: major.replace(/\.0+$/, ""), currency: amount.currency };
}
