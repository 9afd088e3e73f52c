import { notFound, redirect } from "next/navigation";
import { openNotice } from "@/modules/notices/use-cases/open-notice";
import { recordKinds } from "@/modules/records/domain/record";
import { newId } from "@/server/ids";
import { page } from "@/server/page";
import { execute } from "@/server/use-case";
import { portalOf } from "../../portals";

// Where the portals keep what notices are about: every kind of record has a place.
const places: Readonly<Record<string, { readonly place: string }>> = recordKinds;

/** Opens what a notice is about, in the portal of the reader; the notice is read from then on. */
export default page("inbox.read", async ({ actor, now, params }) => {
  const opened = await execute(openNotice, actor, { noticeId: params.id }, { now, newId });
  // Everybody reads the rules on one page.
  if (opened.ok && opened.value.subjectKind === "policy")
    redirect(actor.side === "partner" ? "/portal/rules" : "/channel/rules");
  // What concerns an account is about the reader themselves.
  if (opened.ok && opened.value.subjectKind === "person") redirect(`/${portalOf(actor)}/profile`);
  if (opened.ok && opened.value.subjectKind === "deal_participant")
    redirect(`/portal/deals/joint/${opened.value.subjectId}`);
  const place = opened.ok && places[opened.value.subjectKind];
  if (!place) notFound();
  redirect(`/${portalOf(actor)}/${place.place}/${opened.value.subjectId}`);
});
