import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RecordColumns } from "@/ui/columns";
import { formatDay, formatDayTime, formatMoney, formatPercent } from "@/ui/format/format";
import { KeyFacts } from "@/ui/key-facts";
import { Link } from "@/ui/link";
import { PageHead } from "@/ui/page-head";
import { Section } from "@/ui/section";
import type { DealRecord } from "../../queries/record-deal";
import { DealStageChip, DealStatusChip } from "../deal-status-chip";
import { Participants } from "../participants";
import { Presales } from "../presales";
import { Decide } from "./decide";
import { ConfirmWin } from "./decision-actions";
import { DisputePanel } from "./dispute";
import { Evidence } from "./evidence";
import { Extend, ExtensionAsked } from "./extension";
import { GivePresales } from "./give-presales";
import { Orders } from "./orders";
import { RemoveParticipant } from "./remove-participant";
import { RevocationAsked, Revoke } from "./revocation";
import { WhyPanel } from "./why-panel";

type Props = {
  deal: DealRecord;
  now: Date;
  zone: string;
  currency: string;
  clock?: ReactNode;
  partnerHref: string;
  /** Where the customer is, once it is known. */
  customerHref: string | null;
  rulesHref: string;
  related: ReactNode;
  timeline: ReactNode;
};

/** A registration as the vendor's people see it: why it needs a person, the evidence, what happened. */
export function VendorDealRecord({
  deal,
  now,
  zone,
  currency,
  clock,
  partnerHref,
  customerHref,
  rulesHref,
  related,
  timeline,
}: Props) {
  const t = useTranslations();
  const locale = useLocale();
  // Why a protection was taken back stands above; below it is why there was one.
  const latest = deal.decisions.find(({ outcome }) => outcome !== "revoked" && outcome !== "released");
  return (
    <>
      <PageHead
        title={deal.customer.name || deal.number}
        chips={
          <>
            <DealStatusChip status={deal.status} side="vendor" imported={deal.imported} />
            <DealStageChip stage={deal.stage} />
          </>
        }
        facts={[
          <span key="number" className="figures">
            {deal.number}
          </span>,
          <Link key="partner" href={partnerHref}>
            {deal.partner.name}
          </Link>,
          customerHref && (
            <Link key="customer" href={customerHref}>
              {t("channel.record.customer")}
            </Link>
          ),
          deal.productLine?.name,
          deal.amount && formatMoney(deal.amount, locale),
          deal.expectedClose &&
            t("channel.record.closes", { day: formatDay(deal.expectedClose, locale, { year: true }) }),
        ].filter(Boolean)}
        primary={<Actions deal={deal} />}
      />
      <RecordColumns railLabel={t("channel.record.rail")} rail={<Rail deal={deal} zone={zone} related={related} />}>
        <Standing deal={deal} zone={zone} />
        <Presales
          deal={deal}
          zone={zone}
          action={deal.presales?.mayGive && <GivePresales dealId={deal.id} version={deal.version} />}
        />
        <DisputePanel deal={deal} now={now} zone={zone} />
        <RevocationAsked deal={deal} zone={zone} />
        <ExtensionAsked deal={deal} zone={zone} />
        {latest && <WhyPanel deal={deal} decision={latest} currency={currency} clock={clock} rulesHref={rulesHref} />}
        <Orders deal={deal} />
        <Evidence matches={deal.matches} zone={zone} />
        <Participants
          deal={deal}
          zone={zone}
          isOwn={false}
          actionOf={({ id, partner, can }) =>
            can.remove && <RemoveParticipant participantId={id} name={partner.name} />
          }
        />
        {deal.need && (
          <Section title={t("channel.record.need")} spaced>
            <p className="py-3 whitespace-pre-line wrap-anywhere">{deal.need}</p>
          </Section>
        )}
        {timeline}
      </RecordColumns>
    </>
  );
}

function Actions({ deal }: { deal: DealRecord }) {
  const t = useTranslations("channel");
  const locale = useLocale();
  if (deal.can.decide && deal.ifApproved) {
    return <Decide dealId={deal.id} version={deal.version} partner={deal.partner.name} approval={deal.ifApproved} />;
  }
  const isAsked = deal.revocation !== null && deal.revocation.declined === null;
  return (
    <>
      {deal.can.askRevocation && !isAsked && <Revoke deal={deal} />}
      <Extend deal={deal} />
      {deal.can.confirmWin && deal.win && (
        <ConfirmWin
          dealId={deal.id}
          version={deal.version}
          consequence={t("win.consequence", {
            amount: formatMoney(deal.win.amount, locale),
            partner: deal.partner.name,
          })}
        />
      )}
    </>
  );
}

/** Where it stands in one sentence, above everything else. */
function Standing({ deal, zone }: { deal: DealRecord; zone: string }) {
  const t = useTranslations("channel.standing");
  const locale = useLocale();
  const words = useTranslations("deals.revocationCause");
  const losses = useTranslations("deals.lossReason");
  const decision = deal.decisions.find((candidate) => candidate.decider !== null);
  const parts: ReactNode[] = [];
  if (deal.win) {
    const values = {
      amount: formatMoney(deal.win.amount, locale),
      day: formatDay(deal.win.wonOn, locale, { year: true }),
      order: deal.win.orderReference,
      by: deal.imported ? "import" : deal.win.confirmedBy === null ? "order" : "person",
      name: deal.win.confirmedBy ?? "",
    };
    parts.push(t(deal.win.confirmedAt ? "wonConfirmed" : "wonReported", values));
  }
  if (deal.loss)
    parts.push(
      t("lost", {
        day: formatDay(deal.loss.on, locale, { year: true }),
        reason: losses(deal.loss.reason),
        through: deal.protectedThrough ? formatDay(deal.protectedThrough, locale, { year: true }) : "",
        ended: deal.protectedThrough ? "yes" : "no",
      }),
    );
  if (deal.status === "approved" && deal.protectedThrough && !deal.win && !deal.loss)
    parts.push(t("protected", { day: formatDay(deal.protectedThrough, locale, { year: true }) }));
  if (deal.status === "released" && deal.protectedThrough)
    parts.push(
      t(deal.decisions[0]?.outcome === "released" ? "releasedByRule" : "released", {
        day: formatDay(deal.protectedThrough, locale, { year: true }),
      }),
    );
  if (deal.status === "needs_info" && deal.question) parts.push(t("asked", { question: deal.question }));
  if (decision?.outcome === "revoked") {
    parts.push(
      t("revoked", {
        name: decision.decider ?? "",
        when: formatDayTime(decision.decidedAt, locale, zone),
        cause: words(decision.reasonCode),
        day: deal.protectedThrough ? formatDay(deal.protectedThrough, locale, { year: true }) : "",
      }),
      t("note", { note: decision.note }),
    );
  } else if (decision && decision.outcome !== "needs_info" && deal.status !== "in_review") {
    parts.push(
      t(decision.decidedFor ? "decidedFor" : "decided", {
        outcome: decision.outcome,
        name: decision.decider ?? "",
        forName: decision.decidedFor ?? "",
        when: formatDayTime(decision.decidedAt, locale, zone),
      }),
    );
    if (decision.note) parts.push(t("note", { note: decision.note }));
  }
  if (parts.length === 0) return null;
  return (
    <p className="mb-5 text-base wrap-anywhere">
      {parts.map((part, index) => (
        <span key={String(index)}>{part} </span>
      ))}
    </p>
  );
}

function Rail({ deal, zone, related }: { deal: DealRecord; zone: string; related: ReactNode }) {
  const t = useTranslations();
  const locale = useLocale();
  const at = (date: Date | null) => (date ? formatDayTime(date, locale, zone) : "–");
  return (
    <>
      <Section title={t("channel.record.people")}>
        <KeyFacts
          facts={[
            { label: t("channel.record.registeredBy"), value: deal.owner, detail: deal.partner.name },
            { label: t("channel.record.contact"), value: deal.contact.name, detail: deal.contact.email },
            ...(deal.reviewer ? [{ label: t("channel.record.reviewer"), value: deal.reviewer.name }] : []),
          ]}
        />
      </Section>
      <Section title={t("channel.record.dates")}>
        <KeyFacts
          facts={[
            { label: t("channel.record.submitted"), value: at(deal.submittedAt) },
            ...(deal.dueAt ? [{ label: t("channel.record.due"), value: at(deal.dueAt) }] : []),
            ...(deal.decidedAt ? [{ label: t("channel.record.decided"), value: at(deal.decidedAt) }] : []),
            ...(deal.protectedThrough
              ? [
                  {
                    label: t("channel.record.protectedThrough"),
                    value: formatDay(deal.protectedThrough, locale, { year: true }),
                  },
                ]
              : []),
            ...(deal.expectedClose
              ? [
                  {
                    label: t("channel.record.expectedClose"),
                    value: formatDay(deal.expectedClose, locale, { year: true }),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={t("channel.record.money")}>
        <KeyFacts
          facts={[
            { label: t("channel.record.amount"), value: deal.amount ? formatMoney(deal.amount, locale) : "–" },
            ...(deal.benefit
              ? [
                  {
                    label: t("channel.record.benefit", {
                      percent: formatPercent(deal.benefit.basisPoints / 10_000, locale),
                    }),
                    value: deal.benefit.money ? formatMoney(deal.benefit.money, locale) : "–",
                  },
                ]
              : []),
            {
              label: t("channel.record.type"),
              value: t(`deals.type.${deal.dealType}`),
              detail: t(`deals.role.${deal.partnerRole}`),
            },
          ]}
        />
      </Section>
      {related}
    </>
  );
}
