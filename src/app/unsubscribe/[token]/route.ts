import { stopMails } from "@/modules/notices/use-cases/stop-mails";
import { newId } from "@/server/ids";
import { publicRoute } from "@/server/route";
import { verified } from "@/server/signature";
import { execute } from "@/server/use-case";

type Given = { params: Promise<Record<string, string | string[]>> };

const page = (token: string) =>
  new Response(null, { status: 303, headers: { location: `/unsubscribe?token=${encodeURIComponent(token)}` } });

/** A reader of mail that does not know how to post shows the page with the button. */
export const GET = publicRoute(async (_request, { params }: Given) => {
  const token = String((await params).token);
  return verified("unsubscribe", token) === null ? new Response(null, { status: 404 }) : page(token);
});

/** One click, as RFC 8058 wants it: no session, no further question, and no redirect for the machine that posts it. */
export const POST = publicRoute(
  async (request, { params }: Given) => {
    const token = String((await params).token);
    const result = await execute(stopMails, { kind: "system", cause: "link" }, { token }, { now: new Date(), newId });
    if (!result.ok) return new Response(null, { status: 404 });
    const form = await request.formData().catch(() => null);
    return form?.get("List-Unsubscribe") === "One-Click" ? new Response(null, { status: 200 }) : page(token);
  },
  { fromAnywhere: true },
);
