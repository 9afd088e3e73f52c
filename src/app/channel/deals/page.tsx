import { page } from "@/server/page";
import { vendorDealList } from "../../vendor-deals";

export default page("deal.read", (context) => vendorDealList({ context, base: "/channel/deals" }));
