"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/form/fields";
import { saveAccentAction } from "../actions";
import { isHex, neededContrast, shadesOf, type ThemeName } from "../domain/accent";
import { SavedForm } from "./saved-form";

/** The colour of the design when the vendor has none of its own. */
const ownColour = "#00656b";

/** The one colour of the portal, shown in both themes while it is chosen. */
export function AccentForm({ values }: { values: { accent: string; version: number } }) {
  return (
    <SavedForm
      schema={async () => (await import("../schema")).saveAccentInput}
      action={saveAccentAction}
      values={values}
    >
      <Accent />
    </SavedForm>
  );
}

function Accent() {
  const t = useTranslations("vendor.accent");
  const { setValue } = useFormContext();
  const typed = String(useWatch({ name: "accent" }) ?? "")
    .trim()
    .toLowerCase();
  const shown = isHex(typed) ? typed : ownColour;
  const choose = (accent: string) => setValue("accent", accent, { shouldDirty: true });
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-48 flex-1 max-sm:basis-full">
          <TextField name="accent" label={t("label")} help={t("help")} spellCheck={false} optional />
        </div>
        <input
          type="color"
          aria-label={t("pick")}
          value={shown}
          onChange={(event) => choose(event.currentTarget.value)}
          className="h-11 w-14 shrink-0 rounded-md border border-control bg-surface p-1"
        />
        <Button size="lg" onClick={() => choose("")}>
          {t("none")}
        </Button>
      </div>
      {(typed === "" || isHex(typed)) && (
        <div className="grid gap-3 sm:grid-cols-2">
          <Sample accent={shown} theme="light" />
          <Sample accent={shown} theme="dark" />
        </div>
      )}
    </>
  );
}

const grounds: Record<ThemeName, { surface: string; ink: string }> = {
  light: { surface: "#ffffff", ink: "#161d1f" },
  dark: { surface: "#171c1d", ink: "#ecf0f1" },
};

/** How the colour looks in one theme, with its contrast. */
function Sample({ accent, theme }: { accent: string; theme: ThemeName }) {
  const t = useTranslations("vendor.accent");
  const shades = shadesOf(accent, theme);
  const { surface, ink } = grounds[theme];
  return (
    <figure className="rounded-md border border-line p-3" style={{ background: surface, color: ink }}>
      <figcaption className="font-strong">{t(`theme.${theme}`)}</figcaption>
      <div className="mt-2 flex flex-wrap items-center gap-3" aria-hidden="true">
        <span
          className="rounded-md px-3 py-1.5 font-strong"
          style={{ background: shades.accent, color: shades.onAccent }}
        >
          {t("button")}
        </span>
        <span style={{ color: shades.ink, textDecoration: "underline", textUnderlineOffset: "3px" }}>{t("link")}</span>
      </div>
      <p className="mt-2 text-xs">
        {t("contrast", { ratio: shades.contrast.toFixed(1), needed: String(neededContrast) })}
        {shades.adjusted && <span className="block">{t("adjusted", { colour: shades.accent })}</span>}
      </p>
    </figure>
  );
}
