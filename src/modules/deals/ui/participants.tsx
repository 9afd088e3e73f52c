import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "@/ui/chip";
import { formatDayTime } from "@/ui/format/format";
import type { IconName } from "@/ui/icon";
import { Section } from "@/ui/section";
import type { Tone } from "@/ui/tone";
import type { ParticipationStatus } from "../domain/participant";
import type { Participant } from "../queries/participants";
import type { DealRecord } from "../queries/record-deal";

type Props = {
  deal: DealRecord;
  zone: string;
  /** Whether the reader's company registered the deal. */
  isOwn: boolean;
  /** Asks another partner, where the reader may. */
  invite?: ReactNode;
  /** What the reader may do about a participant. */
  actionOf: (participant: Participant) => ReactNode;
};

const looks: Record<ParticipationStatus, { icon: IconName; tone: Tone }> = {
  invited: { icon: "send", tone: "info" },
  accepted: { icon: "circle-check", tone: "positive" },
  declined: { icon: "circle-x", tone: "neutral" },
  withdrawn: { icon: "undo-2", tone: "neutral" },
  left: { icon: "circle-slash", tone: "neutral" },
  removed: { icon: "circle-slash", tone: "neutral" },
};

/** Who works on a deal in which role: the partner that registered it first, then the others in the order they were asked. */
export function Participants({ deal, zone, isOwn, invite, actionOf }: Props) {
  const t = useTranslations("deals.participants");
  const roles = useTranslations("deals.role");
  if (!invite && deal.participants.length === 0) return null;
  const { name } = deal.partner;
  return (
    <Section title={t("title")} aside={invite} spaced>
      <ol>
        <Row
          name={isOwn ? t("you", { name }) : name}
          role={roles(deal.partnerRole)}
          chip={<Chip icon="flag">{t("lead")}</Chip>}
        />
        {deal.participants.map((participant) => {
          const { icon, tone } = looks[participant.status];
          return (
            <Row
              key={participant.id}
              name={participant.partner.name}
              role={roles(participant.role)}
              chip={
                <Chip icon={icon} tone={tone}>
                  {t(`status.${participant.status}`)}
                </Chip>
              }
              detail={<Detail participant={participant} zone={zone} />}
              action={actionOf(participant)}
            />
          );
        })}
      </ol>
      {deal.participants.length === 0 && <p className="py-2.5 text-ink-2">{t("none", { name })}</p>}
    </Section>
  );
}

type RowProps = { name: string; role: string; chip: ReactNode; detail?: ReactNode; action?: ReactNode };

function Row({ name, role, chip, detail, action }: RowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2.5">
      <div className="min-w-0 basis-64 grow">
        <b className="wrap-anywhere">{name}</b> <span className="text-ink-2">{role}</span>
        {detail && <div className="mt-0.5 text-xs text-ink-2 wrap-anywhere">{detail}</div>}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {chip}
        {action && <span className="print:hidden">{action}</span>}
      </div>
    </li>
  );
}

/** The last thing that happened to a participation, and what was written with it. */
function Detail({ participant, zone }: { participant: Participant; zone: string }) {
  const t = useTranslations("deals.participants");
  const reasons = useTranslations("deals.participationReason");
  const locale = useLocale();
  const at = (date: Date) => formatDayTime(date, locale, zone);
  const { ended, joined, invited, message } = participant;
  if (ended) {
    const reason = ended.reason ? reasons(ended.reason) : "none";
    return (
      <>
        {t("endedBy", { name: ended.by, when: at(ended.at), reason })} {ended.note && t("quote", { text: ended.note })}
      </>
    );
  }
  if (joined) return t("joinedBy", { name: joined.by, when: at(joined.at) });
  return (
    <>
      {t("invitedBy", { name: invited.by, when: at(invited.at) })} {message && t("quote", { text: message })}
    </>
  );
}
