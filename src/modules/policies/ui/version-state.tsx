import { useTranslations } from "next-intl";
import { Chip, type ChipProps } from "@/ui/chip";
import type { VersionState } from "../domain/publishing";

const looks: Record<VersionState, Pick<ChipProps, "tone" | "icon">> = {
  draft: { tone: "neutral", icon: "pencil" },
  checked: { tone: "info", icon: "circle-check" },
  scheduled: { tone: "info", icon: "clock" },
  in_force: { tone: "positive", icon: "circle-check" },
  superseded: { tone: "neutral", icon: "history" },
};

/** Where a version of the rules stands. */
export function VersionStateChip({ state }: { state: VersionState }) {
  const t = useTranslations("policies.state");
  return <Chip {...looks[state]}>{t(state)}</Chip>;
}
