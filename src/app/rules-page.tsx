import { getTranslations } from "next-intl/server";
import { dayOf } from "@/kernel/dates";
import { registrationPolicyKind } from "@/modules/deals/facts";
import { RegistrationRules } from "@/modules/deals/ui/registration-rules";
import type { PageContext } from "@/server/page";
import { findPolicyInForce } from "@/server/policies";
import { formatDay } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { noRulesYet } from "./no-rules-yet";
import { readerOf } from "./reader";

/** The registration rules in force, as both sides read them; `name` is what the portal calls the page, and a partner's tier is marked. */
export async function rulesPage(context: PageContext, name: string, tier?: string) {
  const { actor, tx, now } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("deals.rules");
  const policy = await findPolicyInForce(tx, registrationPolicyKind, now);
  if (!policy) return noRulesYet(actor);
  const since = formatDay(dayOf(policy.effectiveFrom, reader.vendor.zone), reader.locale, { year: true });
  return (
    <div className="max-w-190">
      <PageCrumbs crumbs={[{ label: name }]} />
      <PageHead title={t("title")} sub={t("sub", { name: policy.name, version: policy.version, since })} />
      <RegistrationRules body={policy.body} currency={reader.vendor.reportingCurrency} tier={tier} />
    </div>
  );
}
