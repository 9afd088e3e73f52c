import { route } from "@/server/route";
import { queueSelection } from "../../../deal-selection";

export const GET = route("deal.decide", queueSelection);
