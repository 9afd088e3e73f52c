import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayOf } from "@/kernel/dates";
import { countryName } from "@/modules/accounts/domain/countries";
import { RecordColumns } from "@/ui/columns";
import { formatDay, formatDayTime, formatMoney } from "@/ui/format/format";
import { KeyFacts } from "@/ui/key-facts";
import { Notice } from "@/ui/notice";
import { PageHead } from "@/ui/page-head";
import { Section } from "@/ui/section";
import type { JointDeal, JointPartner } from "../../queries/participants";
import { DealStageChip, DealStatusChip } from "../deal-status-chip";

type Props = {
  deal: JointDeal;
  partners: readonly JointPartner[];
  reader: { readonly zone: string; readonly vendor: { readonly vendorName: string; readonly zone: string } };
  now: Date;
  actions: ReactNode;
  primary: ReactNode;
};

/** A deal of another partner: the question whether to take part, and after the consent the sale. */
export function JointRecord(props: Props) {
  return props.deal.sale ? <Joined {...props} sale={props.deal.sale} /> : <Asked {...props} />;
}

function Asked({ deal, reader, actions, primary }: Props) {
  const t = useTranslations("deals.joint");
  const roles = useTranslations("deals.role");
  const { lead } = deal;
  const vendor = reader.vendor.vendorName;
  return (
    <>
      <PageHead
        title={t("question", { lead })}
        facts={[roles(deal.role), deal.productLine].filter(Boolean)}
        actions={actions}
        primary={primary}
      />
      <RecordColumns railLabel={t("rail")} rail={<Rail deal={deal} zone={reader.zone} />}>
        {!deal.isOpen && (
          <div className="mb-6">
            <Notice tone="info">{t("closed")}</Notice>
          </div>
        )}
        <Message deal={deal} />
        <Section title={t("before")} spaced>
          <ul className="grid list-disc gap-1.5 py-3 ps-5">
            <li>{t("sees", { lead })}</li>
            <li>{t("shows", { lead, vendor })}</li>
            <li>{t("stays", { lead })}</li>
          </ul>
        </Section>
      </RecordColumns>
    </>
  );
}

function Message({ deal }: { deal: JointDeal }) {
  const t = useTranslations("deals.joint");
  const { by: name } = deal.invited;
  return (
    <Section title={t("message", { name })}>
      <p className="py-3 whitespace-pre-line wrap-anywhere">{deal.message || t("noMessage", { name })}</p>
    </Section>
  );
}

type Sale = NonNullable<JointDeal["sale"]>;

function Joined({ deal, sale, partners, reader, now, actions }: Props & { sale: Sale }) {
  const t = useTranslations("deals");
  const roles = useTranslations("deals.role");
  const locale = useLocale();
  return (
    <>
      <PageHead
        title={sale.customer}
        chips={
          <>
            <DealStatusChip status={sale.status} side="vendor" />
            <DealStageChip stage={sale.stage} />
          </>
        }
        facts={[
          sale.number,
          deal.productLine,
          sale.amount && formatMoney(sale.amount, locale),
          sale.expectedClose && t("closes", { day: formatDay(sale.expectedClose, locale, { year: true }) }),
        ].filter(Boolean)}
        actions={actions}
      />
      <RecordColumns railLabel={t("joint.rail")} rail={<Rail deal={deal} zone={reader.zone} sale={sale} />}>
        <Standing deal={deal} sale={sale} today={dayOf(now, reader.vendor.zone)} />
        <Section title={t("participants.title")}>
          <ol>
            {partners.map(({ place, name, role }) => (
              <li key={place} className="border-b border-line py-2.5">
                <b className="wrap-anywhere">{name}</b> <span className="text-ink-2">{roles(role)}</span>
              </li>
            ))}
          </ol>
        </Section>
        {deal.message && (
          <div className="mt-8">
            <Message deal={deal} />
          </div>
        )}
      </RecordColumns>
    </>
  );
}

/** Whether the own role is protected, in one sentence. */
function Standing({ deal, sale, today }: { deal: JointDeal; sale: Sale; today: string }) {
  const t = useTranslations("deals.joint");
  const roles = useTranslations("deals.role");
  const locale = useLocale();
  const { protectedThrough } = sale;
  const day = protectedThrough ? formatDay(protectedThrough, locale, { year: true }) : "";
  const isProtected = protectedThrough !== null && protectedThrough >= today;
  return (
    <p className="mb-6 text-base wrap-anywhere">
      {isProtected
        ? t.rich("protected", { role: roles(deal.role), day, lead: deal.lead, b: (chunks) => <b>{chunks}</b> })
        : day
          ? t("ended", { day })
          : t(sale.status === "approved" || sale.status === "expired" ? "unprotected" : "notYet")}
    </p>
  );
}

function Rail({ deal, zone, sale }: { deal: JointDeal; zone: string; sale?: Sale }) {
  const t = useTranslations("deals.joint");
  const words = useTranslations("deals");
  const locale = useLocale();
  const at = (date: Date) => formatDayTime(date, locale, zone, { year: true });
  return (
    <Section title={t("rail")}>
      <KeyFacts
        facts={[
          { label: t("role"), value: words(`role.${deal.role}`) },
          { label: t("lead"), value: deal.lead },
          ...(sale ? [{ label: t("owner"), value: sale.owner }] : []),
          ...(sale?.country
            ? [{ label: words("rail.customer"), value: countryName(sale.country.trim(), locale) }]
            : []),
          ...(sale ? [{ label: words("rail.type"), value: words(`type.${sale.dealType}`) }] : []),
          { label: t("askedBy"), value: deal.invited.by, detail: at(deal.invited.at) },
          ...(deal.joined ? [{ label: t("since"), value: at(deal.joined.at), detail: deal.joined.by }] : []),
        ]}
      />
    </Section>
  );
}
