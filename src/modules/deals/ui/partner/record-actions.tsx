import { useLocale, useTranslations } from "next-intl";
import { type Money, minorDigits } from "@/kernel/money";
import { LinkButton } from "@/ui/button";
import { formatDay } from "@/ui/format/format";
import { Icon } from "@/ui/icon";
import { openStages } from "../../domain/deal";
import { proposedThrough } from "../../domain/extension";
import type { DealRecord } from "../../queries/record-deal";
import {
  AskExtension,
  ChangeStage,
  OpenDispute,
  ReleaseDeal,
  ReportLoss,
  ReportWin,
  WithdrawDeal,
} from "./deal-actions";
import { RegisterAgain } from "./register-again";

type Props = {
  deal: DealRecord;
  vendor: string;
  today: string;
  currencies: readonly string[];
  /** For a copy of the deal, should the reader make one. */
  copyId: string;
};

/** The one thing to do next with a deal, where there is one. */
export function PrimaryAction({ deal, vendor, today, currencies, copyId }: Props) {
  const t = useTranslations("deals.action");
  if (deal.can.edit) {
    return (
      <LinkButton variant="primary" href={`/portal/deals/${deal.id}/edit`}>
        {t(deal.status === "needs_info" ? "answer" : "continue")}
      </LinkButton>
    );
  }
  if (deal.can.copy && !deal.can.report) {
    return <Again deal={deal} copyId={copyId} variant="primary" />;
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

/** Whether there is one thing to do next. */
export function hasPrimaryAction({ can }: DealRecord): boolean {
  return can.edit || can.report || can.copy;
}

/** Whether anything else can be done. */
export function hasOtherActions({ can, status, mayDispute }: DealRecord): boolean {
  return mayDispute || can.withdraw || can.report || can.release || status === "approved";
}

/** What else can be done. */
export function OtherActions({ deal, vendor, today, copyId }: Omit<Props, "currencies">) {
  const t = useTranslations("deals.action");
  const disputes = useTranslations("deals.dialog.dispute");
  const target = { dealId: deal.id, version: deal.version };
  const stage = openStages.find((open) => open === deal.stage);
  const name = deal.customer.name || deal.number;
  return (
    <>
      {deal.can.report && stage && <ChangeStage {...target} stage={stage} />}
      {deal.can.report && <ReportLoss {...target} today={today} />}
      {deal.mayDispute && <OpenDispute {...target} consequence={disputes("consequence", { vendor })} />}
      <MoreTime deal={deal} vendor={vendor} />
      {deal.can.release && <ReleaseDeal {...target} name={name} />}
      {deal.can.withdraw && <WithdrawDeal {...target} name={name} draft={deal.status === "draft"} />}
      {deal.can.copy && deal.can.report && <Again deal={deal} copyId={copyId} />}
      {deal.status === "approved" && (
        <LinkButton href={`/portal/deals/${deal.id}/letter`} icon={<Icon name="file-check" />}>
          {t("letter")}
        </LinkButton>
      )}
    </>
  );
}

const underWay = ["draft", "submitted", "in_review", "needs_info", "approved"];

/** The button that registers a deal again, or the way to the copy that is under way. */
function Again({ deal, copyId, variant }: Pick<Props, "deal" | "copyId"> & { variant?: "primary" }) {
  const t = useTranslations("deals.action");
  const copy = deal.copies.find(({ status }) => underWay.includes(status));
  if (!copy) return <RegisterAgain dealId={deal.id} version={deal.version} copyId={copyId} variant={variant} />;
  return (
    <LinkButton variant={variant} href={`/portal/deals/${copy.id}`}>
      {t("openCopy", { number: copy.number })}
    </LinkButton>
  );
}

/** The button that asks for a longer protection, where nobody has asked yet. */
function MoreTime({ deal, vendor }: Pick<Props, "deal" | "vendor">) {
  const t = useTranslations("deals.dialog.extension");
  const locale = useLocale();
  const { extensions, protectedThrough } = deal;
  const isAsked = extensions?.asked && !extensions.asked.declined;
  if (!deal.can.askExtension || !extensions || isAsked || !protectedThrough) return null;
  const { atOnceThrough } = extensions;
  return (
    <AskExtension
      dealId={deal.id}
      version={deal.version}
      through={atOnceThrough ?? proposedThrough(protectedThrough)}
      consequence={
        atOnceThrough
          ? t("consequenceAtOnce", { day: formatDay(atOnceThrough, locale, { year: true }), vendor })
          : t("consequence", { vendor })
      }
    />
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
