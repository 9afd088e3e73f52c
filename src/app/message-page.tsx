import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/button";
import { WindowTitle } from "@/ui/window-title";

/** A page that only says one thing, and the way on. */
export function MessagePage({ name }: { name: "notFound" | "forbidden" }) {
  const t = useTranslations("pages");
  return (
    <main className="mx-auto max-w-100 px-4 py-16 text-center">
      <WindowTitle name={t(`${name}.title`)} />
      <h1 className="text-lg tracking-tight">{t(`${name}.title`)}</h1>
      <p className="mt-1 text-ink-2">{t(`${name}.text`)}</p>
      <LinkButton href="/" className="mt-6">
        {t("home")}
      </LinkButton>
    </main>
  );
}
