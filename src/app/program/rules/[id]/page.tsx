import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { z } from "zod";
import { can } from "@/kernel/access";
import { dayOf } from "@/kernel/dates";
import { minorDigits } from "@/kernel/money";
import { backtest, decidedBy } from "@/kernel/policy/backtest";
import { diff } from "@/kernel/policy/diff";
import { lintFor } from "@/kernel/policy-lint";
import { RegistrationRules } from "@/modules/deals/ui/registration-rules";
import { peopleWithRole } from "@/modules/people/public";
import { earliestDay, mayPublish, noticeDays } from "@/modules/policies/domain/publishing";
import { contractOf, typesFor } from "@/modules/policies/presets/kinds";
import { dealNames, decidedCases, recordVersion } from "@/modules/policies/queries";
import { CheckButton } from "@/modules/policies/ui/buttons";
import { Changes } from "@/modules/policies/ui/changes";
import { DryRun } from "@/modules/policies/ui/dry-run";
import { editedParts } from "@/modules/policies/ui/edited-parts";
import { Findings } from "@/modules/policies/ui/findings";
import { FiguresForm, PolicyTextForm, PublishForm } from "@/modules/policies/ui/forms";
import { VersionStateChip } from "@/modules/policies/ui/version-state";
import { policyWording } from "@/modules/policies/ui/wording";
import { page } from "@/server/page";
import { formatDay } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import type { PolicyWording } from "@/ui/policy/words";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../../reader";

const mostCases = 2000;
const shownFlips = 20;

/** A version of the rules: what lint says, what differs, what it would have done; for those who draft, its figures and its next step. */
export default page("policy.draft.read", async (context) => {
  const { actor, tx, now, params } = context;
  const id = z.uuid().safeParse(params.id).data;
  const version = id ? await recordVersion(tx, id, now) : null;
  const contract = version && contractOf(version.kind);
  if (!version || !contract) notFound();
  const { locale, vendor, today } = await readerOf(context);
  const t = await getTranslations();
  const say = t as unknown as PolicyWording["t"]; // keys come from the policy and are looked up first
  const wording = policyWording(version.body, contract.facts, { t: say, locale, currency: vendor.reportingCurrency });
  const findings = lintFor(version.body, contract);
  const isOpen = version.state === "draft" || version.state === "checked";
  const isNew = isOpen || version.state === "scheduled";
  const cases = isNew && can(actor, "deal.internal.read") ? await decidedCases(tx, version.kind, mostCases) : null;
  const result =
    cases && findings.length === 0
      ? backtest(version.body, version.inForce ? decidedBy(version.inForce.body, cases) : cases)
      : null;
  const names = await dealNames(tx, result?.flips.slice(0, shownFlips).map((flip) => flip.id) ?? []);
  const notice = noticeDays(version.inForce?.body ?? null);
  const earliest = earliestDay(today, notice);
  const owners = version.state === "checked" ? await peopleWithRole(tx, "program_owner") : [];
  const isSecond = mayPublish(actor.personId, version.draftedById, owners);
  const { ui, failures, policies } = await getMessages();
  const messages = { ui, failures, policies };
  const reference = { versionId: version.id, revision: version.revision };
  const draft = { ...reference, name: version.name, note: version.note };
  const title = t("policies.record.title", { name: version.name, version: version.version });
  return (
    <div className="max-w-190">
      <PageCrumbs crumbs={[{ label: t("policies.list.title"), href: "/program/rules" }, { label: title }]} />
      <PageHead
        title={title}
        sub={
          isOpen
            ? version.note
            : `${t("policies.list.from")} ${formatDay(dayOf(version.effectiveFrom, vendor.zone), locale, { year: true })}. ${version.note}`
        }
      />
      <VersionStateChip state={version.state} />
      {version.state === "draft" && can(actor, "policy.draft") && findings.length === 0 && (
        <Section title={t("policies.check.title")} spaced>
          <p className="py-2.5 text-ink-2">{t("policies.check.text")}</p>
          <CheckButton {...reference} label={t("policies.check.button")} failed={t("policies.list.failed")} />
        </Section>
      )}
      {version.state === "checked" && can(actor, "policy.publish") && (
        <Section title={t("policies.publish.title")} spaced>
          <p className="py-2.5 text-ink-2">
            {isSecond
              ? t("policies.publish.text", { earliest: formatDay(earliest, locale, { year: true }), days: notice })
              : t("policies.publish.second")}
          </p>
          {isSecond && (
            <NextIntlClientProvider messages={messages}>
              <PublishForm key={version.revision} {...reference} earliest={earliest} />
            </NextIntlClientProvider>
          )}
        </Section>
      )}
      <Section title={t("policies.record.findings")} spaced>
        <Findings findings={findings} wording={wording} />
      </Section>
      {version.inForce && isNew && (
        <Section title={t("policies.record.changes", { version: version.inForce.version })} spaced>
          <Changes changes={diff(version.inForce.body, version.body)} wording={wording} />
        </Section>
      )}
      {result && (
        <Section title={t("policies.record.dryRun", { count: result.cases })} spaced>
          <DryRun result={result} currency={vendor.reportingCurrency} names={names} shown={shownFlips} />
        </Section>
      )}
      {isOpen && can(actor, "policy.draft") ? (
        <NextIntlClientProvider messages={messages}>
          <Section title={t("policies.edit.title")} spaced className="[&_form]:pt-4">
            <FiguresForm
              key={version.revision}
              {...draft}
              parts={editedParts(version.body, typesFor(version.kind), minorDigits(vendor.reportingCurrency), wording)}
            />
          </Section>
          <Section title={t("policies.edit.text")} spaced className="[&_form]:pt-4">
            <details className="pt-3">
              <summary className="cursor-pointer py-1 text-ink-2">{t("policies.edit.textOpen")}</summary>
              <PolicyTextForm key={version.revision} {...draft} policy={JSON.stringify(version.body, null, 2)} />
            </details>
          </Section>
        </NextIntlClientProvider>
      ) : (
        <RegistrationRules body={version.body} currency={vendor.reportingCurrency} />
      )}
    </div>
  );
});
