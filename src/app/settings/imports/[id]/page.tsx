import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { importRow } from "@/modules/imports/queries/list-imports";
import { ImportStatusChip } from "@/modules/imports/ui/import-status-chip";
import { page } from "@/server/page";
import { formatDayTime } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../../reader";

export default page("import.run", async (context) => {
  const found = await importRow(context.tx, context.params.id ?? "");
  if (!found) notFound();
  const { locale, zone } = await readerOf(context);
  const t = await getTranslations("imports");
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("list.title"), href: "/settings/imports" }, { label: found.name }]} />
      <PageHead
        title={found.name}
        chips={<ImportStatusChip status={found.status} hasQuestions={found.hasQuestions} />}
        facts={[
          t(`preset.${found.preset}`),
          found.by,
          formatDayTime(found.at, locale, zone),
          t("record.rows", { rows: found.rows }),
        ]}
      />
    </>
  );
});
