import { useTranslations } from "next-intl";
import { Chip } from "@/ui/chip";
import type { IconName } from "@/ui/icon";
import type { Tone } from "@/ui/tone";
import type { DealStage, DealStatus } from "../domain/deal";
import { statusWord } from "./deal-words";

const statuses: Record<DealStatus, { icon: IconName; tone: Tone }> = {
  draft: { icon: "pencil", tone: "neutral" },
  submitted: { icon: "send", tone: "info" },
  in_review: { icon: "eye", tone: "info" },
  needs_info: { icon: "message-circle-question-mark", tone: "warning" },
  approved: { icon: "shield-check", tone: "positive" },
  rejected: { icon: "circle-x", tone: "critical" },
  withdrawn: { icon: "undo-2", tone: "neutral" },
  expired: { icon: "hourglass", tone: "neutral" },
  released: { icon: "shield-off", tone: "neutral" },
  revoked: { icon: "shield-off", tone: "critical" },
};

const stages: Record<DealStage, { icon: IconName; tone: Tone | "outline" }> = {
  prospecting: { icon: "circle-dot", tone: "outline" },
  qualified: { icon: "circle-dot", tone: "outline" },
  proposal: { icon: "circle-dot", tone: "outline" },
  negotiation: { icon: "circle-dot", tone: "outline" },
  won: { icon: "circle-check", tone: "positive" },
  lost: { icon: "circle-slash", tone: "neutral" },
};

type Props = { status: DealStatus; side: "partner" | "vendor"; imported?: boolean };

/** Where the registration stands. */
export function DealStatusChip({ status, side, imported }: Props) {
  const t = useTranslations("deals");
  const { icon, tone } = statuses[status];
  const word = t(statusWord({ status, imported: imported ?? false }, side));
  if (imported && status === "draft") return <Chip icon="file-text">{word}</Chip>;
  return (
    <Chip icon={icon} tone={tone}>
      {word}
    </Chip>
  );
}

/** How far the sale has come. */
export function DealStageChip({ stage }: { stage: DealStage }) {
  const t = useTranslations("deals.stage");
  const { icon, tone } = stages[stage];
  return (
    <Chip icon={icon} tone={tone}>
      {t(stage)}
    </Chip>
  );
}
