import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { dayOf, type PlainDate } from "@/kernel/dates";
import type { PolicyBody } from "@/kernel/policy";
import { registrationFacts, registrationPolicyKind } from "@/modules/deals/facts";
import { RegistrationRules } from "@/modules/deals/ui/registration-rules";
import { citationOf, nextVersion, ownAcknowledgement } from "@/modules/policies/queries";
import { AcknowledgeButton } from "@/modules/policies/ui/buttons";
import { Changes } from "@/modules/policies/ui/changes";
import { Deviations } from "@/modules/policies/ui/deviations";
import { policyWording } from "@/modules/policies/ui/wording";
import type { PageContext } from "@/server/page";
import { findPolicyInForce } from "@/server/policies";
import { formatDay } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHead } from "@/ui/page-head";
import type { PolicyWording } from "@/ui/policy/words";
import { Section } from "@/ui/section";
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
  const read = await ownAcknowledgement(tx, actor.personId, policy.id);
  const next = await nextVersion(tx, registrationPolicyKind, now);
  const readNext = next && (await ownAcknowledgement(tx, actor.personId, next.id));
  const words = await getTranslations("policies");
  const say = (await getTranslations()) as unknown as PolicyWording["t"]; // keys come from the policy and are looked up first
  const { reportingCurrency: currency } = reader.vendor;
  const wording = policyWording(policy.body, registrationFacts, { t: say, locale: reader.locale, currency });
  const day = (at: Date) => formatDay(dayOf(at, reader.vendor.zone), reader.locale, { year: true });
  const cited = await citationOf(tx, policy.id);
  const citedNext = next && (await citationOf(tx, next.id));
  const since = formatDay(dayOf(policy.effectiveFrom, reader.vendor.zone), reader.locale, { year: true });
  return (
    <div className="max-w-190">
      <PageCrumbs crumbs={[{ label: name }]} />
      <PageHead title={t("title")} sub={t("sub", { name: policy.name, version: policy.version, since })} />
      {cited && <p className="mt-1 wrap-anywhere text-ink-2">{citation(cited)}</p>}
      {next && (
        <div className="mt-4">
          <Notice
            tone="info"
            title={words("acknowledge.next", { version: next.version, day: day(next.effectiveFrom) })}
          >
            {citedNext && <p className="wrap-anywhere">{citation(citedNext)}</p>}
            <NextVersion next={next} before={policy.body} read={readNext && day(readNext)} wording={wording} />
          </Notice>
        </div>
      )}
      {can(actor, "policy.draft.read") && (
        <p className="py-2.5">
          <Link href="/program/rules">{words("rules.work")}</Link>
        </p>
      )}
      <RegistrationRules body={policy.body} currency={reader.vendor.reportingCurrency} tier={tier} />
      <Deviations body={policy.body} wording={wording} />
      <Section title={words("acknowledge.title")} spaced>
        <p className="py-2.5 text-ink-2">
          {read ? words("acknowledge.done", { day: day(read) }) : words("acknowledge.text")}
        </p>
        {!read && (
          <AcknowledgeButton versionId={policy.id} label={words("acknowledge.button")} failed={words("list.failed")} />
        )}
      </Section>
    </div>
  );

  function citation({ decision, on }: { decision: string; on: PlainDate }): string {
    return words("record.cited", { decision, day: formatDay(on, reader.locale, { year: true }) });
  }
}

type NextProps = {
  next: NonNullable<Awaited<ReturnType<typeof nextVersion>>>;
  before: PolicyBody;
  /** The day the reader acknowledged it. */
  read: string | null;
  wording: PolicyWording;
};

/** What the next version changes, and that the reader has read it. */
async function NextVersion({ next, before, read, wording }: NextProps) {
  const t = await getTranslations("policies");
  return (
    <>
      {next.note && <p>{next.note}</p>}
      <details className="py-1">
        <summary className="cursor-pointer py-1 underline underline-offset-3">{t("acknowledge.changes")}</summary>
        <Changes before={before} after={next.body} wording={wording} />
      </details>
      {read ? (
        <p>{t("acknowledge.done", { day: read })}</p>
      ) : (
        <AcknowledgeButton
          versionId={next.id}
          label={t("acknowledge.nextButton", { version: next.version })}
          failed={t("list.failed")}
        />
      )}
    </>
  );
}
