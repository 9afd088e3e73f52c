import { useLocale, useTranslations } from "next-intl";
import { Chip } from "@/ui/chip";
import { formatDay } from "@/ui/format/format";
import type { HeldCertificate } from "../queries/certificates";

const looks = {
  valid: { icon: "circle-check", tone: "positive" },
  ending: { icon: "hourglass", tone: "warning" },
  expired: { icon: "circle-x", tone: "outline" },
} as const;

/** What somebody is certified for, and until when. */
export function Certificates({ held }: { held: readonly HeldCertificate[] }) {
  const t = useTranslations("people.certificates");
  const locale = useLocale();
  return (
    <ul aria-label={t("title")} className="mt-1 flex flex-wrap gap-1.5">
      {held.map(({ id, name, level, productLine, expiresOn, state }) => (
        <li key={id} className="min-w-0">
          <Chip {...looks[state]}>
            <span className="wrap-anywhere">
              {[name, level, productLine && !name.includes(productLine) ? productLine : ""].filter(Boolean).join(", ")}
              {expiresOn && (
                <span className="font-normal"> {t(state, { day: formatDay(expiresOn, locale, { year: true }) })}</span>
              )}
            </span>
          </Chip>
        </li>
      ))}
    </ul>
  );
}
