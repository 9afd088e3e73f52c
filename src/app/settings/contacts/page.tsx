import { getTranslations } from "next-intl/server";
import { contactCandidates, type UsualLine, usualContacts } from "@/modules/partners/queries/contact-card";
import { EditUsualContacts } from "@/modules/partners/ui/contact-card";
import type { UsualContactsProps } from "@/modules/partners/ui/contact-forms";
import { settingsRights } from "@/modules/vendor/access";
import { SettingList } from "@/modules/vendor/ui/setting-list";
import { page } from "@/server/page";
import { SpokenByClients } from "../../spoken-by-clients";
import { SettingsPage } from "../settings-page";

export default page("settings.read", async ({ actor, tx }) => {
  const t = await getTranslations("partners.contacts");
  const lines = await usualContacts(tx);
  const { manage } = settingsRights(actor);
  const nameOf = (named: UsualLine["person"]) =>
    named &&
    (named.isGone ? t("gone", { name: named.name }) : named.title ? `${named.name}, ${named.title}` : named.name);
  const detail = ({ topic, person, backup }: UsualLine) =>
    [
      nameOf(person) ?? t("nobody"),
      backup && t("backupIs", { name: nameOf(backup) ?? "" }),
      topic === "sales" && t("salesFirst"),
    ]
      .filter(Boolean)
      .join(" · ");
  // Every topic has its line.
  const contacts = Object.fromEntries(
    lines.map(({ topic, person, backup }) => [topic, { personId: person?.id ?? "", backupId: backup?.id ?? "" }]),
  ) as UsualContactsProps["contacts"];
  return (
    <SettingsPage
      current="contacts"
      primary={
        manage && (
          <SpokenByClients also="partners">
            <EditUsualContacts contacts={contacts} colleagues={await contactCandidates(tx)} />
          </SpokenByClients>
        )
      }
    >
      <SettingList
        label={t("usualList")}
        rows={lines.map((line) => ({
          id: line.topic,
          title: t(`topic.${line.topic}`),
          quiet: line.person === null,
          detail: detail(line),
        }))}
      />
    </SettingsPage>
  );
});
