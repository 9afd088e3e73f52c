import { z } from "zod";
import { fileToSend } from "@/modules/records/queries/files";
import { withActor } from "@/server/db";
import { fileStore } from "@/server/files";
import { openRoute } from "@/server/route";

/** The name for a header: plain letters for old readers, all of it for the others. */
function disposition(name: string): string {
  const plain = name.normalize("NFKD").replace(/[^\w. -]/g, "_");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** Sends one version of a file to who may see the record it stands beside: always to be saved, never to be shown here. */
export const GET = openRoute("record.read", async ({ actor, params }) => {
  const id = z.uuid().safeParse(params.id);
  const file = id.success ? await withActor(actor, (tx) => fileToSend(tx, id.data)) : null;
  if (!file) return new Response(null, { status: 404 });
  return new Response(await fileStore().get(file.versionId), {
    headers: {
      "content-type": file.type,
      "content-length": String(file.bytes),
      "content-disposition": disposition(file.name),
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    },
  });
});
