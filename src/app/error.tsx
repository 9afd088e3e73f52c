"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { WindowTitle } from "@/ui/window-title";

/** A bug of ours: nothing was changed, and a second try costs nothing. Its own text is never shown. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("ui.error");
  return (
    <div className="mx-auto max-w-100 px-4 py-16 text-center">
      <WindowTitle name={t("title")} />
      <h1 className="text-lg tracking-tight">{t("title")}</h1>
      <p className="mt-1 text-ink-2">{t("text")}</p>
      <Button className="mt-6" onClick={reset}>
        {t("again")}
      </Button>
    </div>
  );
}
