import { page } from "@/server/page";
import { inboxSettings } from "../../../inbox-settings-page";

export default page("inbox.read", (context) => inboxSettings(context, "/program/inbox"));
