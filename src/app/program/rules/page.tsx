import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { dayOf } from "@/kernel/dates";
import { registrationPolicyKind } from "@/modules/deals/facts";
import { listVersions } from "@/modules/policies/queries";
import { StartButton } from "@/modules/policies/ui/buttons";
import { VersionStateChip } from "@/modules/policies/ui/version-state";
import { page } from "@/server/page";
import { formatDay } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../reader";

/** All versions of the registration rules, and where each stands. */
export default page("policy.draft.read", async (context) => {
  const { actor, tx, now } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("policies.list");
  const record = await getTranslations("policies.record");
  const versions = await listVersions(tx, registrationPolicyKind, now);
  const isOpen = versions.some(({ state }) => state === "draft" || state === "checked");
  const day = (at: Date) => formatDay(dayOf(at, reader.vendor.zone), reader.locale, { year: true });
  return (
    <div className="max-w-190">
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead
        title={t("title")}
        sub={t("sub")}
        primary={
          can(actor, "policy.draft") && (
            <StartButton kind={registrationPolicyKind} label={t(isOpen ? "go" : "start")} failed={t("failed")} />
          )
        }
      />
      <ul className="mt-6 border-t border-line">
        {versions.map((version) => (
          <li
            key={version.id}
            className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[1fr_auto] sm:items-center"
          >
            <div className="min-w-0">
              <Link href={`/program/rules/${version.id}`} className="font-strong">
                {record("title", { name: version.name, version: version.version })}
              </Link>
              <p className="text-xs text-ink-3">
                {version.publishedAt || version.state === "in_force" || version.state === "superseded"
                  ? `${t("from")} ${day(version.effectiveFrom)} · ${t("acknowledged")} ${version.acknowledged}`
                  : `${version.draftedByName ?? ""} ${day(version.updatedAt)}`}
              </p>
            </div>
            <VersionStateChip state={version.state} />
          </li>
        ))}
      </ul>
    </div>
  );
});
