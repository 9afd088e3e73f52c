import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatDayTime } from "@/ui/format/format";
import { Notice } from "@/ui/notice";
import type { DealRecord } from "../../queries/record-deal";
import { AskRevocation, ConfirmRevocation, DeclineRevocation } from "./revocation-actions";

/** The button of a channel manager who wants a protection revoked, with who has to confirm it. */
export function Revoke({ deal }: { deal: DealRecord }) {
  const t = useTranslations("channel.revocation");
  const format = useFormatter();
  const alone = deal.secondPeople.length === 0;
  const partner = deal.partner.name;
  return (
    <AskRevocation
      dealId={deal.id}
      version={deal.version}
      alone={alone}
      consequence={
        alone
          ? t("consequenceAlone", { partner })
          : t("consequence", { partner, names: format.list(deal.secondPeople, { type: "disjunction" }) })
      }
    />
  );
}

/** What the vendor's people know of an ask: who wants it and why, and who can answer it, or how it was declined. */
export function RevocationAsked({ deal, zone }: { deal: DealRecord; zone: string }) {
  const t = useTranslations("channel.revocation");
  const words = useTranslations("deals.revocationCause");
  const locale = useLocale();
  const format = useFormatter();
  const ask = deal.revocation;
  if (!ask) return null;
  const { declined, note } = ask;
  const cause = words(ask.cause);
  const partner = deal.partner.name;
  const name = ask.askedBy;
  if (declined) {
    return (
      <Asked title={t("declined", { name: declined.by, when: formatDayTime(declined.at, locale, zone) })}>
        <p>{t("declinedText", { asker: name, cause, note, answer: declined.note })}</p>
      </Asked>
    );
  }
  const target = { dealId: deal.id, version: deal.version };
  return (
    <Asked title={t("asked", { name, when: formatDayTime(ask.askedAt, locale, zone) })} open>
      <p className="whitespace-pre-line">{t("askedText", { cause, note })}</p>
      <p>{t("waits", { names: format.list(ask.deciders, { type: "disjunction" }), partner })}</p>
      <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
        {ask.can.confirm && (
          <ConfirmRevocation
            {...target}
            consequence={t("confirmConsequence", { customer: deal.customer.name, partner, name })}
          />
        )}
        {ask.can.decline && <DeclineRevocation {...target} consequence={t("declineConsequence", { name, partner })} />}
      </div>
    </Asked>
  );
}

function Asked({ title, open, children }: { title: string; open?: boolean; children: React.ReactNode }) {
  return (
    <div className="mb-5">
      <Notice tone={open ? "warning" : "info"} title={title}>
        {children}
      </Notice>
    </div>
  );
}
