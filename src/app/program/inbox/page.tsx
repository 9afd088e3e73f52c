import { page } from "@/server/page";
import { inbox } from "../../inbox-page";

export default page("inbox.read", (context) => inbox(context, "/program/inbox"));
