import { getTranslations } from "next-intl/server";
import { mayImport } from "@/modules/imports/access";
import { UploadForm } from "@/modules/imports/ui/upload-form";
import { definitions, filesOf, tablesOf } from "@/modules/imports/use-cases/definitions";
import { newId } from "@/server/ids";
import { page } from "@/server/page";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { importsBase } from "../[id]/place";

export default page("import.run", async ({ actor, search }) => {
  const t = await getTranslations("imports");
  const presets = definitions
    .filter((definition) => mayImport(actor, tablesOf(definition)))
    .map((definition) => ({
      id: definition.id,
      label: t(`preset.${definition.id}`),
      help: t(`presetHelp.${definition.id}`),
      files: filesOf(definition),
    }));
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("list.title"), href: importsBase }, { label: t("upload.title") }]} />
      <PageHead title={t("upload.title")} sub={t("upload.sub")} />
      <UploadForm importId={newId()} presets={presets} chosen={search.preset ?? null} base={importsBase} />
    </>
  );
});
