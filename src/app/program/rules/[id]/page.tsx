import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { can } from "@/kernel/access";
import { addDays, dayOf, type PlainDate } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { backtest, decidedBy } from "@/kernel/policy/backtest";
import { diff } from "@/kernel/policy/diff";
import { isDoubt } from "@/kernel/policy/lint-finding";
import { lintFor } from "@/kernel/policy-lint";
import { peopleWithRole } from "@/modules/people/public";
import { earliestDay, mayPublish, noticeDays } from "@/modules/policies/domain/publishing";
import { contractOf } from "@/modules/policies/presets/kinds";
import { citationOf, decidedCases, nextVersion, recordVersion } from "@/modules/policies/queries";
import { CheckButton } from "@/modules/policies/ui/buttons";
import { PublishVersion } from "@/modules/policies/ui/publish";
import { VersionStateChip } from "@/modules/policies/ui/version-state";
import { policyWording } from "@/modules/policies/ui/wording";
import { page } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { formatDay, formatMoney } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import type { PolicyWording } from "@/ui/policy/words";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { Tabs } from "@/ui/tabs";
import { readerOf } from "../../../reader";
import { SpokenByClients } from "../../../spoken-by-clients";
import { flippedNames, tabOf, VersionTab } from "./version-tab";

const mostCases = 2000;

/** A version of the rules: where it stands and what it would change, the next step, and views of it each with an address. */
export default page("policy.draft.read", async (context) => {
  const { actor, tx, now, params, search } = context;
  const id = z.uuid().safeParse(params.id).data;
  const version = id ? await recordVersion(tx, id, now) : null;
  const contract = version && contractOf(version.kind);
  if (!version || !contract) notFound();
  const { locale, vendor, today } = await readerOf(context);
  const { reportingCurrency: currency } = vendor;
  const t = await getTranslations("policies");
  const say = (await getTranslations()) as unknown as PolicyWording["t"]; // keys come from the policy and are looked up first
  const wording = policyWording(version.body, contract.facts, { t: say, locale, currency });
  const findings = lintFor(version.body, contract);
  const faults = findings.filter((finding) => !isDoubt(finding)).length;
  const isOpen = version.state === "draft" || version.state === "checked";
  const isNew = isOpen || version.state === "scheduled";
  const mayEdit = isOpen && can(actor, "policy.draft");
  const cases = isNew && can(actor, "deal.internal.read") ? await decidedCases(tx, version.kind, mostCases) : null;
  const result =
    cases && faults === 0
      ? backtest(version.body, version.inForce ? decidedBy(version.inForce.body, cases) : cases)
      : null;
  const isSame = isOpen && version.inForce !== null && diff(version.inForce.body, version.body).length === 0;
  const notice = noticeDays(version.inForce?.body ?? null);
  const next = version.state === "checked" ? await nextVersion(tx, version.kind, now) : null;
  const free = next ? addDays(dayOf(next.effectiveFrom, vendor.zone), 1) : today;
  const inTime = earliestDay(today, notice);
  const earliest = inTime < free ? free : inTime;
  const owners = version.state === "checked" ? await peopleWithRole(tx, "program_owner") : [];
  const isSecond = mayPublish(actor.personId, version.draftedById, owners);
  const reference = { versionId: version.id, revision: version.revision };
  const path = `/program/rules/${version.id}`;
  const effectiveOn = dayOf(version.effectiveFrom, vendor.zone);
  const day = (plain: PlainDate) => formatDay(plain, locale, { year: true });
  const title = t("record.title", { name: version.name, version: version.version });
  const tabs = [
    "overview",
    ...(mayEdit ? ["edit"] : []),
    "try",
    ...(cases ? ["dry"] : []),
    ...(mayEdit ? ["text"] : []),
  ];
  const cited = await citationOf(tx, version.id);
  const tab = tabOf(search.tab, tabs);
  const flipped = result && tab === "dry" ? await flippedNames(context, result) : new Map<string, string>();
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("list.title"), href: "/program/rules" }, { label: title }]} />
      <PageHead
        title={title}
        chips={<VersionStateChip state={version.state} />}
        sub={version.note || undefined}
        primary={step()}
      />
      <p className="mt-4 max-w-[60ch] text-lg tracking-tight text-balance">{answer()}</p>
      {cited && (
        <p className="mt-1 wrap-anywhere text-ink-2">
          {t("record.cited", { decision: cited.decision, day: day(cited.on) })}
        </p>
      )}
      {version.state === "checked" && !isSecond && <p className="mt-1 text-ink-2">{t("record.waits")}</p>}
      <div className="mt-6 border-b border-line pb-2">
        <Tabs
          label={t("record.names")}
          items={tabs.map((name) => ({
            href: name === "overview" ? path : `${path}?tab=${name}`,
            label: t(`tab.${name}`),
            count: name === "dry" && result ? result.flips.length : undefined,
            current: name === tab,
          }))}
        />
      </div>
      <VersionTab
        {...{ tab, context, version, contract, findings, result, flipped, wording, currency, path, isNew, isOpen }}
      />
    </>
  );

  function answer(): string {
    const from = day(effectiveOn);
    if (version?.state === "in_force") return t("record.since", { day: from });
    if (version?.state === "superseded") return t("record.until", { day: from });
    if (faults > 0) return t("record.repair", { count: faults });
    if (isSame) return t("record.begin", { version: version?.inForce?.version ?? "" });
    const flipped = result?.flips.reduce((sum, flip) => sum + (flip.amount ?? 0), 0) ?? 0;
    const amount = formatMoney(money(flipped, currency), locale, { whole: true });
    const differ = result ? t("record.differ", { count: result.flips.length, all: result.cases, amount }) : "";
    return version?.state === "scheduled" ? `${t("record.scheduled", { day: from })} ${differ}` : differ;
  }

  function step() {
    if (version?.state === "checked" && isSecond && can(actor, "policy.publish")) {
      const consequence = t("publish.text", { earliest: day(earliest), days: notice });
      return (
        <SpokenByClients also="policies">
          <PublishVersion key={version.revision} {...reference} earliest={earliest} consequence={consequence} />
        </SpokenByClients>
      );
    }
    // Where somebody types, the one thing to do is to save.
    if (version?.state !== "draft" || !mayEdit || tab === "edit" || tab === "text") return undefined;
    if (faults > 0 || isSame)
      return (
        <LinkButton variant="primary" href={`${path}?tab=edit`}>
          {t("record.edit")}
        </LinkButton>
      );
    return <CheckButton {...reference} label={t("check.button")} failed={t("list.failed")} />;
  }
});
