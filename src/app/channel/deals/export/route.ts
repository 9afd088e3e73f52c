import { route } from "@/server/route";
import { exportDeals } from "../../../deal-export";

export const GET = route("deal.read", exportDeals);
