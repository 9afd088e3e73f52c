import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "@/ui/chip";
import { formatDayTime } from "@/ui/format/format";
import { Icon } from "@/ui/icon";
import { Section } from "@/ui/section";
import type { RecordFile } from "../queries/files";
import { FileActions } from "./file-actions";
import { FileWords } from "./file-words";

/** The files beside a record, each with its latest version first. `children` is where to add one. */
export function RecordFiles({
  files,
  zone,
  children,
}: {
  files: readonly RecordFile[];
  zone: string;
  children?: ReactNode;
}) {
  const t = useTranslations("records");
  if (files.length === 0 && !children) return null;
  return (
    <Section id="files" title={t("file.title")} spaced>
      {files.length === 0 && <p className="pt-3 text-ink-2">{t("file.none")}</p>}
      <ul>
        {files.map((file) => (
          <FileLine key={file.id} file={file} zone={zone} />
        ))}
      </ul>
      {children}
    </Section>
  );
}

function FileLine({ file, zone }: { file: RecordFile; zone: string }) {
  const t = useTranslations("records");
  const locale = useLocale();
  const [latest, ...older] = file.versions;
  if (!latest) return null;
  const line = (version: typeof latest) => ({ ...version, name: file.name, removed: file.removed });
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-line py-2.5">
      <Icon name="paperclip" className="mt-0.5 text-ink-3" />
      <div className="min-w-0 flex-1 basis-60">
        <FileWords file={line(latest)} /> {file.audience === "internal" && <Chip icon="lock">{t("internal")}</Chip>}
        <span className="block text-xs text-ink-2">
          {t("file.by", { actor: latest.by, when: formatDayTime(latest.at, locale, zone) })}
        </span>
        {older.length > 0 && (
          <details className="mt-1 text-xs">
            <summary className="min-h-6 w-fit cursor-pointer text-accent-ink underline decoration-current/35 underline-offset-3">
              {t("file.older", { count: older.length })}
            </summary>
            <ul className="grid gap-1 py-1">
              {older.map((version) => (
                <li key={version.versionId}>
                  {t("file.version", { number: version.number })} <FileWords file={line(version)} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {file.can.remove && <FileActions fileId={file.id} name={file.name} removed={file.removed} />}
    </li>
  );
}
