import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { ownAbsences } from "@/modules/people/queries/absence";
import { certificatesOf } from "@/modules/people/queries/certificates";
import { ownSecondFactor, profileOf, sessionsOf } from "@/modules/people/queries/profile";
import { Absences } from "@/modules/people/ui/absence";
import { Certificates } from "@/modules/people/ui/certificates";
import { OwnSessions } from "@/modules/people/ui/own-sessions";
import { PasswordForm, ProfileForm } from "@/modules/people/ui/profile-forms";
import { SecondFactorStanding } from "@/modules/people/ui/second-factor";
import { languageChoice, localeCookie } from "@/server/messages";
import type { PageContext } from "@/server/page";
import { zoneName } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "./reader";
import { SpokenByClients } from "./spoken-by-clients";

/** Every zone by its place, with what it is called now. */
function zonesFor(now: Date, locale: string, current: string) {
  const zones = [...new Set([current, "UTC", ...Intl.supportedValuesOf("timeZone")])].toSorted();
  return zones.map((zone) => ({
    value: zone,
    label: `${zone.replaceAll("_", " ")} (${zoneName(now, locale, zone)})`,
  }));
}

/** The reader's own: name, language, zone, password, second factor, sessions. `here` is its address in one of the portals. */
export async function profilePage(context: PageContext, here: string) {
  const { actor, tx, now, viewer } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("people");
  const { email, ...profile } = await profileOf(tx, actor);
  const factor = await ownSecondFactor(tx, actor);
  const sessions = await sessionsOf(tx, viewer.sessionId, now);
  const absence = can(actor, "absence.own") ? await ownAbsences(tx, actor, reader.today) : null;
  const certificates = (await certificatesOf(tx, [actor.personId], reader.today)).get(actor.personId);
  const languages = (await languageChoice()).options.map(({ value, name }) => ({ value, label: name }));
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("profile.crumb") }]} />
      <PageHead title={t("profile.title")} sub={t("profile.sub", { email, organisation: viewer.organisation })} />
      <SpokenByClients also="people">
        <div className="mt-6 grid gap-9">
          <Section title={t("profile.you")}>
            <ProfileForm
              values={profile}
              languages={languages}
              zones={zonesFor(now, reader.locale, profile.zone)}
              languageCookie={localeCookie}
            />
          </Section>
          {certificates && (
            <Section title={t("certificates.title")}>
              <div className="pt-2">
                <Certificates held={certificates} />
              </div>
            </Section>
          )}
          {absence && (
            <Section title={t("absence.title")}>
              <Absences {...absence} today={reader.today} />
            </Section>
          )}
          <Section title={t("secondFactor.section")}>
            <SecondFactorStanding on={factor?.confirmed ?? false} codesLeft={factor?.codes_left ?? 0} here={here} />
          </Section>
          <Section title={t("password.title")}>
            <PasswordForm email={email} />
          </Section>
          <Section title={t("sessions.title")}>
            <OwnSessions sessions={sessions} current={viewer.sessionId} locale={reader.locale} zone={reader.zone} />
          </Section>
        </div>
      </SpokenByClients>
    </>
  );
}
