import { useLocale, useTranslations } from "next-intl";
import { formatDayTime } from "@/ui/format/format";
import { KeyFacts } from "@/ui/key-facts";
import { Section } from "@/ui/section";
import type { Named } from "../queries/named-account";
import { NameAccount, UnnameAccount } from "./named-account-actions";

type Props = { accountId: string; customer: string; named: Named; entryId: string; zone: string };

/** Whether a customer is kept for somebody of the vendor, and what becomes of registrations for it. */
export function NamedAccountFacts({ accountId, customer, named, entryId, zone }: Props) {
  const t = useTranslations("accounts.named");
  const locale = useLocale();
  const { entry, owners, may } = named;
  if (!entry && !may) return null;
  return (
    <Section title={t("title")}>
      {entry ? (
        <>
          <KeyFacts
            facts={[
              { label: t("owner"), value: entry.owner },
              { label: t("registrations"), value: t(`consequence.${entry.consequence}`) },
              { label: t("since"), value: formatDayTime(entry.at, locale, zone, { year: true }), detail: entry.by },
            ]}
          />
          {entry.note && <p className="py-2 text-ink-2 whitespace-pre-line wrap-anywhere">{entry.note}</p>}
        </>
      ) : (
        <p className="py-2.5 text-ink-2">{t("none")}</p>
      )}
      {may && (
        <div className="mt-2 flex flex-wrap gap-2 print:hidden">
          <NameAccount
            customer={customer}
            changes={entry !== null}
            accountId={accountId}
            entryId={entryId}
            before={entry?.id ?? ""}
            ownerId={entry?.ownerId ?? ""}
            consequence={entry?.consequence ?? "review"}
            note={entry?.note ?? ""}
            owners={owners.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {entry && <UnnameAccount customer={customer} accountId={accountId} entryId={entry.id} />}
        </div>
      )}
    </Section>
  );
}
