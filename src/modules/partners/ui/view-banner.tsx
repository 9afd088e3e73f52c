import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { Icon } from "@/ui/icon";

/** On every page while somebody of the vendor looks at a partner's portal; one button ends it, without any script. */
export function ViewBanner({ partner, name }: { partner: string; name: string }) {
  const t = useTranslations("partners.viewAs");
  return (
    <section
      aria-label={t("banner")}
      className="sticky top-top z-10 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 bg-warning-soft px-4 py-2 text-warning-ink md:px-8 print:hidden"
    >
      <p className="flex min-w-0 items-start gap-2">
        <Icon name="eye" />
        <span>{t.rich("text", { partner, name, b: (words) => <b>{words}</b> })}</span>
      </p>
      <form action="/view-as/end" method="post">
        <Button type="submit" size="sm">
          {t("end")}
        </Button>
      </form>
    </section>
  );
}
