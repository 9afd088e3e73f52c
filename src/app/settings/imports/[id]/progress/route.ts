import { importProgress } from "@/modules/imports/queries/progress";
import { route } from "@/server/route";

export const GET = route("import.run", async ({ tx, params, now }) =>
  Response.json(await importProgress(tx, String(params.id), now), { headers: { "cache-control": "no-store" } }),
);
