import { useTranslations } from "next-intl";
import { Chip } from "@/ui/chip";
import type { IconName } from "@/ui/icon";
import type { Tone } from "@/ui/tone";
import type { ImportStatus } from "../domain/report";

const looks: Record<ImportStatus, { icon: IconName; tone: Tone }> = {
  read: { icon: "message-circle-question-mark", tone: "warning" },
  checked: { icon: "list-checks", tone: "info" },
  committed: { icon: "circle-check", tone: "positive" },
  undone: { icon: "undo-2", tone: "neutral" },
};

/** How far an import is; one that was checked still waits where a question is open. */
export function ImportStatusChip({ status, hasQuestions }: { status: ImportStatus; hasQuestions: boolean }) {
  const t = useTranslations("imports.status");
  const shown = status === "checked" && hasQuestions ? "read" : status;
  const { icon, tone } = looks[shown];
  return (
    <Chip icon={icon} tone={tone}>
      {t(shown)}
    </Chip>
  );
}
