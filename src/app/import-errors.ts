import { stringify } from "csv-stringify/sync";
import { getTranslations } from "next-intl/server";
import { errorLine } from "@/modules/imports/domain/error-line";
import type { Problem } from "@/modules/imports/domain/preset";
import { recordImport } from "@/modules/imports/queries/record-import";
import { wrongRowsAfter } from "@/modules/imports/queries/wrong-rows";
import { reasonWord } from "@/modules/imports/ui/import-words";
import { withActor } from "@/server/db";
import type { RouteGiven } from "@/server/route";

/** The wrong rows of a part as they stand in the file, each with its line and what is wrong, as CSV that is sent while it is read. */
export async function errorFile({ actor, params, request }: Omit<RouteGiven, "tx">): Promise<Response> {
  const t = await getTranslations("imports");
  const id = String(params.id);
  const record = await withActor(actor, (tx) => recordImport(tx, id));
  const asked = new URL(request.url).searchParams.get("part");
  const part = record?.report?.parts.find((each) => each.part === asked) ?? record?.report?.parts[0];
  if (!part) return new Response(null, { status: 404 });
  const words = (problem: Problem) => reasonWord(t, problem);
  let after: number | null = null;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const encoder = new TextEncoder();
      if (after === null) {
        after = 0;
        const head = [t("cli.lineHeader"), t("cli.reasonsHeader"), ...part.headers];
        return controller.enqueue(encoder.encode(stringify([head], { bom: true })));
      }
      const rows = await withActor(actor, (tx) => wrongRowsAfter(tx, id, part.part, after ?? 0));
      if (rows.length === 0) return controller.close();
      after = rows.at(-1)?.line ?? after;
      controller.enqueue(encoder.encode(stringify(rows.map((row) => errorLine(row, words)))));
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="wrong-rows.csv"',
      "cache-control": "no-store",
    },
  });
}
