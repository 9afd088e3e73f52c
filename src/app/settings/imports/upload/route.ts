import { openRoute } from "@/server/route";
import { receiveImport } from "../../../receive-import";

export const POST = openRoute("import.run", receiveImport);
