import { getTranslations } from "next-intl/server";
import { teamOf } from "@/modules/people/queries/team";
import { page } from "@/server/page";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../reader";
import { inviteButton, teamSections } from "../../team-page";

export default page("people.vendor.read", async (context) => {
  const { actor, tx, now } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("people.team");
  const team = await teamOf(tx, actor, null, { now, today: reader.today });
  const { vendorName } = reader.vendor;
  const given = { tx, team, reader };
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("vendor") }]} />
      <PageHead
        title={t("vendor")}
        count={team.people.filter(({ disabled }) => !disabled).length}
        sub={t("vendorSub", { vendor: vendorName })}
        primary={await inviteButton(given, vendorName)}
      />
      <div className="mt-5">{await teamSections(given)}</div>
    </>
  );
});
