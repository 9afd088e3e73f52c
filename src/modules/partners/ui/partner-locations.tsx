import { useTranslations } from "next-intl";
import { Chip } from "@/ui/chip";
import { Icon } from "@/ui/icon";
import type { PartnerRecord } from "../queries/record-partner";

/** Where a partner has its offices, the main one first. */
export function PartnerLocations({ partner, locale }: { partner: PartnerRecord; locale: string }) {
  const t = useTranslations("partners");
  const countries = new Intl.DisplayNames([locale], { type: "region" });
  if (partner.locations.length === 0) return <p className="py-3 text-ink-2">{t("noLocations")}</p>;
  return (
    <ul>
      {partner.locations.map((location) => (
        <li key={location.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-line py-2.5">
          <Icon name="map-pin" className="mt-0.5 text-ink-3" />
          <span className="min-w-0 flex-1 basis-40">
            <span className="block font-strong wrap-anywhere">
              {location.name}{" "}
              {location.isMain && (
                <Chip tone="outline" icon="building-2">
                  {t("mainLocation")}
                </Chip>
              )}
            </span>
            <span className="block text-xs text-ink-2 wrap-anywhere">
              {[location.address, location.city, countries.of(location.country) ?? location.country]
                .filter(Boolean)
                .join(", ")}
            </span>
          </span>
          {location.taxId && <span className="figures text-xs text-ink-3">{t("taxId", { id: location.taxId })}</span>}
        </li>
      ))}
    </ul>
  );
}
