import { useTranslations } from "next-intl";
import { Chip } from "@/ui/chip";
import type { IconName } from "@/ui/icon";
import type { Tone } from "@/ui/tone";
import type { BulkState } from "../domain/bulk";

const looks: Record<BulkState, { icon: IconName; tone: Tone }> = {
  waiting: { icon: "timer", tone: "neutral" },
  done: { icon: "circle-check", tone: "positive" },
  refused: { icon: "circle-alert", tone: "warning" },
  conflict: { icon: "circle-alert", tone: "warning" },
  not_found: { icon: "circle-alert", tone: "warning" },
  failed: { icon: "circle-alert", tone: "critical" },
};

/** What became of a row. */
export function BulkStateChip({ state }: { state: BulkState }) {
  const t = useTranslations("bulk.state");
  const { icon, tone } = looks[state];
  return (
    <Chip icon={icon} tone={tone}>
      {t(state)}
    </Chip>
  );
}
