import { page } from "@/server/page";
import { bulkRunPage } from "../../../bulk-page";

export default page("list.arrange", (context) => bulkRunPage(context, "/channel"));
