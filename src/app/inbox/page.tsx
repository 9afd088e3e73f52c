import { redirect } from "next/navigation";
import { page } from "@/server/page";
import { portalOf } from "../portals";

/** Where mails lead, which know no portal. */
export default page("inbox.read", async ({ actor }) => redirect(`/${portalOf(actor)}/inbox`));
