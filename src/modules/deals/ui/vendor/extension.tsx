import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatDayTime } from "@/ui/format/format";
import { Notice } from "@/ui/notice";
import { proposedThrough } from "../../domain/extension";
import type { DealRecord } from "../../queries/record-deal";
import { DeclineExtension, ExtendProtection, GrantExtension } from "./extension-actions";

/** The button of a manager who gives a protection more time; while a partner has asked, that is answered instead. */
export function Extend({ deal }: { deal: DealRecord }) {
  const t = useTranslations("channel.extension");
  const locale = useLocale();
  const { extensions, protectedThrough } = deal;
  const isAsked = extensions?.asked && !extensions.asked.declined;
  if (!extensions?.mayExtend || isAsked || !protectedThrough) return null;
  return (
    <ExtendProtection
      dealId={deal.id}
      version={deal.version}
      through={proposedThrough(protectedThrough)}
      consequence={t("extendConsequence", {
        partner: deal.partner.name,
        day: formatDay(protectedThrough, locale, { year: true }),
      })}
    />
  );
}

/** The longer protection a partner asked for, with the buttons that answer it. */
export function ExtensionAsked({ deal, zone }: { deal: DealRecord; zone: string }) {
  const t = useTranslations("channel.extension");
  const words = useTranslations("deals");
  const locale = useLocale();
  const ask = deal.extensions?.asked;
  if (!ask || ask.declined) return null;
  const day = (value: typeof ask.wantedThrough) => formatDay(value, locale, { year: true });
  const partner = deal.partner.name;
  const target = { dealId: deal.id, version: deal.version };
  return (
    <div className="mb-5">
      <Notice tone="info" title={t("asked", { name: ask.askedBy || partner, day: day(ask.wantedThrough) })}>
        <p className="whitespace-pre-line">
          {t("askedText", { reason: words(`extensionReason.${ask.reason}`), note: ask.note })}
        </p>
        <p>
          {t("why", {
            why: words(`reason.${ask.reviewReason}`),
            granted: deal.extensions?.granted ?? 0,
            name: ask.reviewer ?? "",
            due: ask.dueAt ? formatDayTime(ask.dueAt, locale, zone) : "",
          })}
        </p>
        {deal.extensions?.mayExtend && (
          <div className="mt-2 flex flex-wrap gap-2">
            <GrantExtension
              {...target}
              through={ask.wantedThrough}
              consequence={t("grantConsequence", { partner, customer: deal.customer.name })}
            />
            <DeclineExtension
              {...target}
              consequence={t("declineConsequence", {
                partner,
                day: deal.protectedThrough ? day(deal.protectedThrough) : "",
              })}
            />
          </div>
        )}
      </Notice>
    </div>
  );
}
