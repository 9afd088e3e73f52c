import { addBusinessMinutes } from "@/kernel/calendar";
import { countriesIn } from "@/modules/accounts/domain/countries";
import type { DealDraft } from "@/modules/deals/domain/deal";
import { reviewTerms } from "@/modules/deals/domain/registration";
import { outsideVerdict } from "@/modules/deals/domain/territory";
import { registrationPolicyKind } from "@/modules/deals/facts";
import { dealChoices } from "@/modules/deals/queries/edit-deal";
import { ownRegistrations } from "@/modules/deals/queries/own-registrations";
import { DealForm } from "@/modules/deals/ui/partner/deal-form";
import { WhatHappensNext } from "@/modules/deals/ui/partner/what-happens-next";
import type { OwnPartner } from "@/modules/partners/queries/own-partner";
import { businessCalendar } from "@/server/clocks";
import type { PageContext } from "@/server/page";
import { policyInForce } from "@/server/policies";
import type { Reader } from "../../reader";

type Begun = { dealId: string; version: number; draft: DealDraft; question: string | null };

/** The form of a registration with what it offers, what an approval would bring and who would decide by when. */
export async function registration({ tx, now }: PageContext, reader: Reader, partner: OwnPartner, begun: Begun) {
  const choices = await dealChoices(tx);
  const own = await ownRegistrations(tx, partner.id, begun.dealId);
  const { body } = await policyInForce(tx, registrationPolicyKind, now);
  const calendar = await businessCalendar(tx, partner.id);
  const limit = body.settings["auto_approval.limit"];
  return (
    <DealForm
      {...begun}
      choices={{
        countries: countriesIn(reader.locale).map(({ code, name }) => ({ value: code, label: name })),
        productLines: choices.productLines.map(({ id, name }) => ({ value: id, label: name })),
        currencies: choices.currencies,
        own,
      }}
      terms={{
        rules: { tables: body.tables, settings: body.settings },
        tier: partner.tier,
        productLines: Object.fromEntries(choices.productLines.map(({ id, code }) => [id, code])),
        reportingCurrency: reader.vendor.reportingCurrency,
        territory: partner.territory,
        outside: outsideVerdict(body),
        autoApprovalLimit: typeof limit === "number" ? limit : null,
      }}
      next={
        <WhatHappensNext
          vendor={reader.vendor.vendorName}
          reviewer={(partner.cover ?? partner.manager)?.name ?? null}
          dueAt={addBusinessMinutes(calendar, now, reviewTerms(body).reviewMinutes)}
          now={now}
          zone={reader.zone}
        />
      }
    />
  );
}
