import { getTranslations } from "next-intl/server";
import { minorDigits } from "@/kernel/money";
import type { Backtest } from "@/kernel/policy/backtest";
import type { PolicyContract } from "@/kernel/policy/language";
import type { LintFinding } from "@/kernel/policy/lint-finding";
import { RegistrationRules } from "@/modules/deals/ui/registration-rules";
import { readTrial, trialFacts } from "@/modules/policies/domain/trial";
import { typesFor } from "@/modules/policies/presets/kinds";
import { dealNames, type recordVersion } from "@/modules/policies/queries";
import { Changes } from "@/modules/policies/ui/changes";
import { Deviations } from "@/modules/policies/ui/deviations";
import { DryRun } from "@/modules/policies/ui/dry-run";
import { editedGroups } from "@/modules/policies/ui/edited-parts";
import { FiguresForm } from "@/modules/policies/ui/figures-form";
import { Findings } from "@/modules/policies/ui/findings";
import { PolicyTextForm } from "@/modules/policies/ui/text-form";
import { TryIt } from "@/modules/policies/ui/try-it";
import type { PageContext } from "@/server/page";
import type { PolicyWording } from "@/ui/policy/words";
import { Section } from "@/ui/section";
import { SpokenByClients } from "../../../spoken-by-clients";

const shownFlips = 20;

/** The view an address names, as far as there is one; else the first. */
export const tabOf = (asked: string | undefined, tabs: readonly string[]): string =>
  tabs.find((tab) => tab === asked) ?? "overview";

type Props = {
  tab: string;
  context: PageContext;
  version: NonNullable<Awaited<ReturnType<typeof recordVersion>>>;
  contract: PolicyContract;
  findings: readonly LintFinding[];
  result: Backtest | null;
  flipped: ReadonlyMap<string, string>;
  wording: PolicyWording;
  currency: string;
  path: string;
  isNew: boolean;
  isOpen: boolean;
};

/** What one view of a version shows. */
export async function VersionTab(props: Props) {
  const { tab, version, wording, currency, context, contract, path } = props;
  const t = await getTranslations("policies");
  const digits = minorDigits(currency);
  if (tab === "dry") return <DryTab {...props} />;
  if (tab === "edit" || tab === "text") {
    const { id: versionId, revision, name, note, body } = version;
    const draft = { versionId, revision, name, note };
    return (
      <SpokenByClients also="policies">
        <div className="max-w-220">
          {tab === "edit" ? (
            <FiguresForm
              key={revision}
              {...draft}
              groups={editedGroups(body, typesFor(version.kind), digits, wording)}
            />
          ) : (
            <PolicyTextForm key={revision} {...draft} policy={JSON.stringify(body, null, 2)} />
          )}
        </div>
      </SpokenByClients>
    );
  }
  if (tab === "try") {
    const bodies = [version.body, ...(version.inForce ? [version.inForce.body] : [])];
    const asked = trialFacts(bodies, contract.facts);
    const sides = [
      { title: t("try.draft", { version: version.version }), body: version.body },
      ...(version.inForce
        ? [{ title: t("try.inForce", { version: version.inForce.version }), body: version.inForce.body }]
        : []),
    ];
    return (
      <Section title={t("try.title")} aside={t("try.text")} spaced>
        <TryIt
          action={path}
          typed={context.search}
          {...readTrial(asked, contract.facts, context.search, digits)}
          {...{ asked, digits, sides, wording }}
        />
      </Section>
    );
  }
  return <Overview {...props} />;
}

async function Overview({ version, findings, wording, currency, isNew, isOpen }: Props) {
  const t = await getTranslations("policies.record");
  return (
    <div className="max-w-190">
      {isOpen && (
        <Section title={t("findings")} spaced>
          <Findings findings={findings} body={version.body} wording={wording} />
        </Section>
      )}
      {version.inForce && isNew && (
        <Section title={t("changes", { version: version.inForce.version })} spaced>
          <Changes before={version.inForce.body} after={version.body} wording={wording} />
        </Section>
      )}
      {!isOpen && <RegistrationRules body={version.body} currency={currency} />}
      {!isOpen && <Deviations body={version.body} wording={wording} />}
    </div>
  );
}

async function DryTab({ result, flipped, context, currency, path }: Props) {
  const t = await getTranslations("policies.record");
  if (!result) return <p className="py-4 text-ink-2">{t("noDryRun")}</p>;
  const shown = shownOf(context, result);
  return (
    <div className="max-w-190 pt-2">
      <DryRun {...{ result, currency, names: flipped, shown }} allHref={`${path}?tab=dry&all=1`} />
    </div>
  );
}

const shownOf = ({ search }: PageContext, { flips }: Backtest) => (search.all ? flips.length : shownFlips);

/** The cases of a dry run that are listed, by id, with what they are called. Read before anything is drawn: then the transaction is over. */
export function flippedNames(context: PageContext, result: Backtest): Promise<ReadonlyMap<string, string>> {
  const ids = result.flips.slice(0, shownOf(context, result)).map(({ id }) => id);
  return dealNames(context.tx, ids);
}
