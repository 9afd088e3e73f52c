import { getTranslations } from "next-intl/server";
import { type ReasonKind, reasonKinds, reasonVocabularies } from "@/modules/deals/domain/reasons";
import { settingsRights } from "@/modules/vendor/access";
import { type ListedReason, listReasons } from "@/modules/vendor/queries/reasons";
import { EditReason, RemoveReason } from "@/modules/vendor/ui/reason-actions";
import { SettingList } from "@/modules/vendor/ui/setting-list";
import { languageName, languages } from "@/server/languages";
import { page } from "@/server/page";
import { Tabs } from "@/ui/tabs";
import { SettingsPage } from "../settings-page";

const here = "/settings/reasons";

export default page("settings.read", async ({ actor, tx, search }) => {
  const t = await getTranslations("vendor.reasons");
  const deals = await getTranslations("deals");
  const kind: ReasonKind = reasonKinds.find((each) => each === search.kind) ?? "rejection";
  const reasons = await listReasons(tx, kind);
  const { manage } = settingsRights(actor);
  // A variant such as en-GB reads the names of its language.
  const offered = languages().filter((language) => !language.includes("-"));
  const spoken = offered.toSorted((a, b) => Number(b === "en") - Number(a === "en"));
  const named = spoken.map((language) => ({ value: language, label: languageName(language) }));
  const nothing = Object.fromEntries(spoken.map((language) => [language, ""]));
  const nameOf = (code: string) => deals(`${reasonVocabularies[kind]}.${code}`);
  const places = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }));
  const add = (
    <EditReason
      name=""
      values={{
        kind,
        code: "",
        version: 0,
        names: nothing,
        noteRequired: false,
        active: true,
        place: String(reasons.length + 1),
      }}
      languages={named}
      places={places(reasons.length + 1)}
      builtIn={false}
      fixed={null}
      noteIsChoice={reasons.some(({ noteIsChoice }) => noteIsChoice)}
    />
  );
  const detail = ({ code, used, active, fixed, noteRequired, noteIsChoice }: ListedReason) =>
    [
      code,
      t("used", { count: used }),
      !active && t("off"),
      noteIsChoice && noteRequired && t("withNote"),
      fixed && t("always"),
    ]
      .filter(Boolean)
      .join(" · ");
  const actions = (reason: ListedReason, index: number) => {
    const { code, version, names, noteRequired, active, builtIn, fixed, noteIsChoice, used } = reason;
    const name = nameOf(code);
    return (
      <>
        {!builtIn && used === 0 && <RemoveReason name={name} kind={kind} code={code} version={version} />}
        <EditReason
          name={name}
          values={{
            kind,
            code,
            version,
            names: { ...nothing, ...names },
            noteRequired,
            active,
            place: String(index + 1),
          }}
          languages={named}
          places={places(reasons.length)}
          builtIn={builtIn}
          fixed={fixed}
          noteIsChoice={noteIsChoice}
        />
      </>
    );
  };
  return (
    <SettingsPage current="reasons" primary={manage && add}>
      <Tabs
        label={t("kinds")}
        items={reasonKinds.map((each) => ({
          href: each === "rejection" ? here : `${here}?kind=${each}`,
          label: t(`kind.${each}`),
          current: each === kind,
        }))}
      />
      <p className="mt-4 max-w-prose text-ink-2">{t(`about.${kind}`)}</p>
      <div className="mt-3">
        <SettingList
          label={t(`kind.${kind}`)}
          rows={reasons.map((reason, index) => ({
            id: reason.code,
            title: nameOf(reason.code),
            quiet: !reason.active,
            detail: detail(reason),
            actions: manage && actions(reason, index),
          }))}
        />
      </div>
    </SettingsPage>
  );
});
