import { useTranslations } from "next-intl";
import { Chip } from "@/ui/chip";
import { formatDayTime } from "@/ui/format/format";
import { Icon } from "@/ui/icon";
import { deviceOf } from "../domain/device";
import type { OwnSession } from "../queries/profile";
import { EndOtherSessions } from "./profile-forms";

type Props = { sessions: readonly OwnSession[]; current: string; locale: string; zone: string };

/** Where the reader is signed in, and one button for everywhere else. */
export function OwnSessions({ sessions, current, locale, zone }: Props) {
  const t = useTranslations("people.sessions");
  const nameOf = ({ userAgent }: OwnSession) => {
    const { browser, system } = deviceOf(userAgent);
    return browser && system ? t("device", { browser, system }) : (browser ?? system ?? t("unknown"));
  };
  return (
    <>
      <ul>
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2.5">
            <span className="text-ink-3">
              <Icon name="globe" />
            </span>
            <span className="min-w-0 flex-1 basis-52">
              <span className="block">{nameOf(session)}</span>
              <span className="block text-xs text-ink-2">
                {t("seen", {
                  since: formatDayTime(session.startedAt, locale, zone),
                  seen: formatDayTime(session.lastSeenAt, locale, zone),
                })}
              </span>
            </span>
            {session.id === current && (
              <Chip icon="check" tone="outline">
                {t("this")}
              </Chip>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && <EndOtherSessions />}
    </>
  );
}
