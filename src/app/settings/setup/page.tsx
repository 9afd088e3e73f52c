import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { autoApprovalLimits } from "@/modules/vendor/domain/templates";
import { companySettings } from "@/modules/vendor/queries/company";
import { eligiblePeople, setupOf } from "@/modules/vendor/queries/setup";
import { SetupList } from "@/modules/vendor/ui/setup-list";
import { page } from "@/server/page";
import { Notice } from "@/ui/notice";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";

export default page("settings.manage", async ({ actor, tx }) => {
  const t = await getTranslations("vendor.setup");
  const { steps, next, facts, canRegister } = await setupOf(tx);
  const { deciders } = await eligiblePeople(tx);
  const { reportingCurrency } = await companySettings(tx);
  const { ui, failures, vendor } = await getMessages();
  const settled = steps.filter(({ state }) => state !== "open").length;
  return (
    <NextIntlClientProvider messages={{ ui, failures, vendor }}>
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead
        title={next ? t("answer", { settled, all: steps.length }) : t("answerDone")}
        sub={canRegister ? t("canRegister") : t("cannotRegister")}
      />
      <div
        role="progressbar"
        aria-label={t("progress")}
        aria-valuenow={settled}
        aria-valuemin={0}
        aria-valuemax={steps.length}
        className="mt-4 h-1.5 w-full max-w-190 overflow-hidden rounded-full bg-pressed"
      >
        <div className="h-full bg-accent" style={{ width: `${(100 * settled) / steps.length}%` }} />
      </div>
      <div className="mt-6 grid max-w-190 gap-4">
        {deciders < 2 && (
          <Notice tone="info" title={t("alone")}>
            {t("aloneText")}
          </Notice>
        )}
        <SetupList
          steps={steps}
          next={next}
          facts={facts}
          mayPublish={can(actor, "policy.begin")}
          limit={autoApprovalLimits.classic}
          currency={reportingCurrency}
        />
      </div>
    </NextIntlClientProvider>
  );
});
