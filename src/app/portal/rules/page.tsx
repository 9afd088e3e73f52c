import { page } from "@/server/page";
import { rulesPage } from "../../rules-page";

export default page("policy.read", (context) => rulesPage(context));
