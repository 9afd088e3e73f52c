import { useTranslations } from "next-intl";
import { Avatar } from "@/ui/avatar";
import { Button, type ButtonVariant, IconButton, IconLink, LinkButton } from "@/ui/button";
import { Chip } from "@/ui/chip";
import { SavedStatus } from "@/ui/form/saved-status";
import { Icon } from "@/ui/icon";
import { Kbd, KeyHints } from "@/ui/kbd";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import type { Tone } from "@/ui/tone";
import { KitForm } from "./kit-form";
import { PendingButton } from "./pending-button";

const variants: readonly ButtonVariant[] = ["primary", "default", "quiet", "danger"];
const tones: readonly (Tone | "outline")[] = ["positive", "warning", "critical", "info", "neutral", "outline"];

/** What is pressed and typed into, and the marks beside it. */
export function KitControls() {
  const t = useTranslations("kit");
  return (
    <>
      <Section title={t("buttons")} spaced>
        {(["sm", "md", "lg"] as const).map((size) => (
          <div key={size} className="flex flex-wrap items-center gap-2 py-2">
            {variants.map((variant) => (
              <Button key={variant} variant={variant} size={size} icon={<Icon name="check" size="sm" />}>
                {t("save")}
              </Button>
            ))}
            <Button size={size} kbd="s">
              {t("save")}
            </Button>
            <PendingButton size={size} label={t("pending")} />
            <Button size={size} disabled>
              {t("disabled")}
            </Button>
            <LinkButton href="#" size={size}>
              {t("cancel")}
            </LinkButton>
          </div>
        ))}
        <div className="flex flex-wrap items-center gap-2 py-2">
          <IconButton label={t("more")} icon={<Icon name="plus" />} />
          <IconLink href="#" label={t("open")} icon={<Icon name="external-link" />} />
          <Link href="#">{t("open")}</Link>
          <Link href="#" look="name">
            {t("customer")}
          </Link>
          <Kbd>{t("key")}</Kbd>
          <Avatar name={t("person")} />
          <Avatar name={t("person")} size="lg" />
        </div>
        <KeyHints
          hints={[
            { keys: ["j", "k"], does: t("move") },
            { keys: ["↵"], does: t("open") },
          ]}
        />
      </Section>
      <Section title={t("chips")} spaced>
        <div className="flex flex-wrap items-center gap-2 py-3">
          {tones.map((tone) => (
            <Chip key={tone} tone={tone} icon="circle-dot">
              {t("customer")}
            </Chip>
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-4 py-1">
          <SavedStatus state="saving">{t("draftSaving")}</SavedStatus>
          <SavedStatus state="saved">{t("draftSaved")}</SavedStatus>
          <SavedStatus state="failed">{t("draftFailed")}</SavedStatus>
        </div>
      </Section>
      <Section title={t("notices")} spaced>
        <div className="grid gap-2 py-3">
          {(["info", "positive", "warning", "critical"] as const).map((tone) => (
            <Notice key={tone} tone={tone} title={t("sure")}>
              {t("consequence")}
            </Notice>
          ))}
        </div>
      </Section>
      <Section title={t("form")} spaced>
        <KitForm
          words={{
            name: t("name"),
            help: t("help"),
            mail: t("mail"),
            site: t("site"),
            day: t("day"),
            choice: t("choice"),
            first: t("first"),
            second: t("second"),
            long: t("long"),
            amount: t("amount"),
            note: t("note"),
            save: t("save"),
            delete: t("delete"),
            sure: t("sure"),
            consequence: t("consequence"),
          }}
        />
      </Section>
    </>
  );
}
