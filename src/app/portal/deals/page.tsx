import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { addDays } from "@/kernel/dates";
import { endingDays } from "@/modules/deals/domain/protection";
import { countJointDeals } from "@/modules/deals/queries/participants";
import { page } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { Icon } from "@/ui/icon";
import { Link } from "@/ui/link";
import { dealListPage } from "../../deal-list";
import { withdrawable } from "../../deal-selection";
import { readerOf } from "../../reader";

const withdrawing = {
  list: "own-deals",
  runs: "/portal/bulk",
  selection: "/portal/deals/selection",
  offers: [{ action: "withdraw", variant: "danger" }],
  chooses: withdrawable,
} as const;

export default page("deal.read", async (context) => {
  const t = await getTranslations("portal");
  const { today } = await readerOf(context);
  const say = await getTranslations("deals.joint");
  const joint = await countJointDeals(context.tx, context.actor);
  return dealListPage({
    context,
    base: "/portal/deals",
    counted: true,
    title: t("deals.title"),
    views: [
      { label: t("deals.tabs.all"), filter: {} },
      { label: t("deals.tabs.needsYou"), filter: { statuses: ["needs_info"] } },
      { label: t("deals.tabs.review"), filter: { statuses: ["in_review"] } },
      { label: t("deals.tabs.protected"), filter: { statuses: ["approved"], open: true } },
      { label: t("deals.tabs.ending"), filter: { endsThrough: addDays(today, endingDays) } },
      { label: t("deals.tabs.won"), filter: { stages: ["won"] } },
      { label: t("deals.tabs.drafts"), filter: { statuses: ["draft"] } },
    ],
    above: joint.invited + joint.joined > 0 && (
      <p className="mt-3 text-ink-2">
        {say("above", joint)} <Link href="/portal/deals/joint">{say("see")}</Link>
      </p>
    ),
    ...(can(context.actor, "deal.register") && { bulk: withdrawing }),
    primary: can(context.actor, "deal.register") && (
      <LinkButton variant="primary" href="/portal/deals/new" icon={<Icon name="plus" />}>
        {t("register")}
      </LinkButton>
    ),
  });
});
