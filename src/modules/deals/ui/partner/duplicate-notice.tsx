"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { isWithinDomain } from "@/modules/accounts/domain/within-domain";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import type { OwnRegistration } from "../../queries/own-registrations";
import type { RegistrationValues } from "./deal-form-schema";

/** Says while typing that the company has registered this customer and product line before. It only informs. */
export function DuplicateNotice({ own }: { own: readonly OwnRegistration[] }) {
  const t = useTranslations("deals.form.duplicate");
  const words = useTranslations("deals.status");
  const values = useWatch<RegistrationValues>() as RegistrationValues; // every field has a default value
  const { productLineId, customer } = values;
  const found = own.find(
    (deal) => deal.productLineId === productLineId && isWithinDomain(customer.website, deal.domain),
  );
  return (
    <div role="status" className="empty:hidden">
      {found && (
        <Notice tone="info" title={t("title", { number: found.number, status: words(found.status) })}>
          {t("text")} <Link href={`/portal/deals/${found.id}`}>{t("open", { number: found.number })}</Link>
        </Notice>
      )}
    </div>
  );
}
