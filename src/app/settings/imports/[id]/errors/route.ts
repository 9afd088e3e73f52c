import { openRoute } from "@/server/route";
import { errorFile } from "../../../../import-errors";

export const GET = openRoute("import.run", errorFile);
