import { route } from "@/server/route";
import { ownDealsSelection } from "../../../deal-selection";

export const GET = route("deal.register", ownDealsSelection);
