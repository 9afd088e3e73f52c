import { route } from "@/server/route";
import { findRecords } from "../find-records";

export const GET = route("partner.read", findRecords);
