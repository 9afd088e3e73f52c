import { useTranslations } from "next-intl";
import { Avatar } from "@/ui/avatar";
import { IconLink } from "@/ui/button";
import { Icon } from "@/ui/icon";
import { Section } from "@/ui/section";
import type { CardLine } from "../domain/contact-card";

type Props = {
  card: readonly CardLine[];
  vendor: string;
  /** The partner whose card it is, for the people of the vendor. */
  partner?: string;
};

/** Whom the reader can turn to at the vendor, for what, and who is there where that one is not. */
export function VendorContacts({ card, vendor, partner }: Props) {
  const t = useTranslations("partners.contacts");
  return (
    <Section title={partner ? t("titleOf", { partner }) : t("title", { vendor })}>
      {card.length === 0 && (
        <p className="border-b border-line py-3 text-ink-2">{partner ? t("noneOf") : t("none", { vendor })}</p>
      )}
      <ul>
        {card.map(({ topic, person, backup }) => (
          <li key={topic} className="flex items-center gap-3 border-b border-line py-2.5">
            <Avatar name={person.name} />
            <span className="min-w-0 flex-1">
              <b className="block wrap-anywhere">{person.name}</b>
              <span className="block text-xs text-ink-2">
                {backup ? t("withBackup", { topic: t(`topic.${topic}`), name: backup.name }) : t(`topic.${topic}`)}
              </span>
            </span>
            {person.phone && (
              <IconLink
                href={`tel:${person.phone.replace(/[^+\d]/g, "")}`}
                label={t("call", { name: person.name })}
                icon={<Icon name="phone" />}
              />
            )}
            <IconLink
              href={`mailto:${person.email}${backup ? `?cc=${backup.email}` : ""}`}
              label={t("write", { name: person.name })}
              icon={<Icon name="mail" />}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
