import { route } from "@/server/route";
import { exportBulkRows } from "../../../../bulk-export";

export const GET = route("list.arrange", exportBulkRows);
