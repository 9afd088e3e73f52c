import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ownPartner } from "@/modules/partners/queries/own-partner";
import { teamOf } from "@/modules/people/queries/team";
import { page } from "@/server/page";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../reader";
import { inviteButton, teamSections } from "../../team-page";

export default page("people.manage", async (context) => {
  const { actor, tx, now } = context;
  if (!actor.partnerId) forbidden();
  const reader = await readerOf(context);
  const t = await getTranslations("people.team");
  const partner = await ownPartner(tx, actor.partnerId, reader.today);
  const team = await teamOf(tx, actor, actor.partnerId, { now, today: reader.today });
  const given = { tx, team, reader };
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("mine") }]} />
      <PageHead
        title={t("mine")}
        count={team.people.filter(({ disabled }) => !disabled).length}
        sub={t("mineSub", { partner: partner.name, vendor: reader.vendor.vendorName })}
        primary={await inviteButton(given, partner.name)}
      />
      <div className="mt-5">{await teamSections(given)}</div>
    </>
  );
});
