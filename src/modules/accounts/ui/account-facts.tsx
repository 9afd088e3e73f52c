import { useTranslations } from "next-intl";
import { KeyFacts } from "@/ui/key-facts";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import type { AccountRecord } from "../queries/record-account";

/** The rail of a customer's record. */
export function AccountFacts({ account, base, locale }: { account: AccountRecord; base: string; locale: string }) {
  const t = useTranslations("accounts");
  const country = new Intl.DisplayNames([locale], { type: "region" }).of(account.country) ?? account.country;
  const { parent, children } = account;
  return (
    <Section title={t("facts")}>
      <KeyFacts
        facts={[
          { label: t("country"), value: country },
          { label: t("relation"), value: t(account.isCustomer ? "buysAlready" : "buysNotYet") },
          ...(account.taxId ? [{ label: t("taxId"), value: account.taxId }] : []),
          ...(parent ? [{ label: t("parent"), value: <Link href={`${base}/${parent.id}`}>{parent.name}</Link> }] : []),
          ...(children.length > 0
            ? [
                {
                  label: t("children"),
                  value: (
                    <ul>
                      {children.map((child) => (
                        <li key={child.id}>
                          <Link href={`${base}/${child.id}`}>{child.name}</Link>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
