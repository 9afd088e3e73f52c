import { page } from "@/server/page";
import { vendorDealList } from "../../vendor-deals";

export default page("dashboard.executive", (context) => vendorDealList({ context, base: "/executive/deals" }));
