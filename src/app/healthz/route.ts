import { publicRoute } from "@/server/route";

/** The process answers. */
export const GET = publicRoute(async () => Response.json({ status: "ok" }));
