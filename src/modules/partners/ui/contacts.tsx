import { useTranslations } from "next-intl";
import { Avatar } from "@/ui/avatar";
import { IconLink } from "@/ui/button";
import { Icon } from "@/ui/icon";
import { Section } from "@/ui/section";
import type { OwnPartner } from "../queries/own-partner";

/** Whom the reader can write to at the vendor. While somebody is away, who stands in comes first. */
export function VendorContacts({ partner, vendor }: { partner: OwnPartner; vendor: string }) {
  const t = useTranslations("partners.contacts");
  const { manager, cover } = partner;
  const people = [
    ...(cover ? [{ ...cover, detail: t("covers", { name: manager?.name ?? "" }) }] : []),
    ...(manager ? [{ ...manager, detail: cover ? t("away") : manager.title || t("manager") }] : []),
  ];
  return (
    <Section title={t("title", { vendor })}>
      {people.length === 0 && <p className="border-b border-line py-3 text-ink-2">{t("none", { vendor })}</p>}
      <ul>
        {people.map((person) => (
          <li key={person.email} className="flex items-center gap-3 border-b border-line py-3">
            <Avatar name={person.name} size="lg" />
            <span className="min-w-0 flex-1">
              <b className="block wrap-anywhere">{person.name}</b>
              <span className="block text-xs text-ink-2">{person.detail}</span>
            </span>
            <IconLink
              href={`mailto:${person.email}`}
              label={t("write", { name: person.name })}
              icon={<Icon name="mail" />}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
