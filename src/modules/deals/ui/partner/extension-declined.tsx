import { useLocale, useTranslations } from "next-intl";
import { formatDayTime } from "@/ui/format/format";
import { Notice } from "@/ui/notice";
import type { DealRecord } from "../../queries/record-deal";

type Props = { deal: DealRecord; zone: string; vendor: string };

/** Why the protection was not extended, as the one who asked reads it. */
export function ExtensionDeclined({ deal, zone, vendor }: Props) {
  const t = useTranslations("deals");
  const locale = useLocale();
  const declined = deal.extensions?.asked?.declined;
  if (!declined) return null;
  const values = { by: declined.by ?? vendor, when: formatDayTime(declined.at, locale, zone) };
  return (
    <div className="mb-6">
      <Notice tone="info" title={t("extension.declined", values)}>
        {t("extension.declinedText", { reason: t(`declineReason.${declined.reason}`), note: declined.note })}
      </Notice>
    </div>
  );
}
