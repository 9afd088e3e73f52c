import { useLocale, useTranslations } from "next-intl";
import { formatBytes } from "@/ui/format/bytes";
import { Link } from "@/ui/link";
import type { StreamFile } from "../queries/stream";

/** A file in a line: its name to download, how large it is, and what is known of its safety. */
export function FileWords({ file }: { file: Pick<StreamFile, "versionId" | "name" | "bytes" | "scan" | "removed"> }) {
  const t = useTranslations("records.file");
  const locale = useLocale();
  const open = !file.removed && file.scan !== "quarantined";
  return (
    <span className="wrap-anywhere">
      {open ? (
        <Link href={`/files/${file.versionId}`} prefetch={false} download>
          <bdi>{file.name}</bdi>
        </Link>
      ) : (
        <bdi className="text-ink-2">{file.name}</bdi>
      )}{" "}
      <span className="text-xs text-ink-3">
        {[formatBytes(file.bytes, locale), file.removed ? t("removed") : t(`scan.${file.scan}`)].join(" · ")}
      </span>
    </span>
  );
}
