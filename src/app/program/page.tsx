import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { dayOf } from "@/kernel/dates";
import { registrationPolicyKind } from "@/modules/deals/facts";
import { countDisputes, listDisputes } from "@/modules/deals/queries/list-disputes";
import { DisputeRows } from "@/modules/deals/ui/vendor/dispute-rows";
import { listVersions, type VersionLine } from "@/modules/policies/queries";
import { VersionStateChip } from "@/modules/policies/ui/version-state";
import { page } from "@/server/page";
import { formatDay } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { PageHead } from "@/ui/page-head";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { portalOf } from "../portals";
import { type Reader, readerOf } from "../reader";

const shownDisputes = 5;
const shownReleases = 4;

/** What waits in the work on the program: disputes by due time, drafts, announced changes and the last releases. */
export default page("policy.draft.read", async (context) => {
  const { actor, tx, now } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("program.workspace");
  const versions = await listVersions(tx, registrationPolicyKind, now);
  const inWork = versions.filter(({ state }) => state === "draft" || state === "checked");
  const mayRead = can(actor, "dispute.read");
  const waiting = mayRead ? await countDisputes(tx, now) : { open: 0, late: 0 };
  const disputes = mayRead ? await listDisputes(tx, "open", undefined, shownDisputes) : null;
  const answer = waiting.late
    ? t("late", { count: waiting.late })
    : waiting.open
      ? t("open", { count: waiting.open })
      : inWork.length
        ? t("drafts", { count: inWork.length })
        : t("nothing");
  return (
    <div className="max-w-190">
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead title={answer} size="answer" />
      {disputes && (
        <Section spaced title={t("disputes")} aside={<Link href="/program/disputes">{t("allDisputes")}</Link>}>
          <DisputeRows
            rows={disputes.rows}
            now={now}
            zone={reader.zone}
            base={`/${portalOf(actor)}/deals`}
            empty={<p className="mt-3 text-ink-2">{t("noDisputes")}</p>}
          />
        </Section>
      )}
      <Section spaced title={t("rules")} aside={<Link href="/program/rules">{t("allRules")}</Link>}>
        <Versions title={t("inWork")} none={t("noDrafts")} versions={inWork} reader={reader} />
        <Versions
          title={t("scheduled")}
          none={t("noScheduled")}
          versions={versions.filter(({ state }) => state === "scheduled")}
          reader={reader}
        />
        <Versions
          title={t("released")}
          versions={versions
            .filter(({ state }) => state === "in_force" || state === "superseded")
            .slice(0, shownReleases)}
          reader={reader}
        />
      </Section>
      {can(actor, "dashboard.executive") && (
        <p className="mt-8">
          <Link href="/program/fairness">{t("fairness")}</Link>
        </p>
      )}
    </div>
  );
});

type VersionsProps = { title: string; none?: string; versions: readonly VersionLine[]; reader: Reader };

async function Versions({ title, none, versions, reader }: VersionsProps) {
  const t = await getTranslations("program.workspace");
  const record = await getTranslations("policies.record");
  const day = (at: Date) => formatDay(dayOf(at, reader.vendor.zone), reader.locale, { year: true });
  if (versions.length === 0 && !none) return null;
  return (
    <div className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-[10rem_1fr]">
      <h3 className="text-ink-2">{title}</h3>
      {versions.length === 0 ? (
        <p className="text-ink-3">{none}</p>
      ) : (
        <ul className="grid gap-2">
          {versions.map((version) => (
            <li key={version.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <span className="min-w-0 wrap-anywhere">
                <Link href={`/program/rules/${version.id}`}>
                  {record("title", { name: version.name, version: version.version })}
                </Link>{" "}
                <span className="text-xs text-ink-3">
                  {version.state === "draft" || version.state === "checked"
                    ? t("since", { name: version.draftedByName ?? "", day: day(version.updatedAt) })
                    : t("from", { day: day(version.effectiveFrom) })}
                </span>
              </span>
              <VersionStateChip state={version.state} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
