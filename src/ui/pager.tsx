import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/button";
import { Icon } from "@/ui/icon";

export type PagerProps = {
  /** Back to the beginning; absent on the first page. */
  firstHref?: string;
  /** On after the last row; absent on the last page. */
  nextHref?: string;
};

/** A list goes on from its last row, so there is a first page and a next one, and no page 7. */
export function Pager({ firstHref, nextHref }: PagerProps) {
  const t = useTranslations("ui.pager");
  if (!firstHref && !nextHref) return null;
  return (
    <nav aria-label={t("label")} className="mt-3 flex items-center justify-between gap-2 print:hidden">
      <span>
        {firstHref && (
          <LinkButton href={firstHref} variant="quiet" className="-ms-3">
            {t("first")}
          </LinkButton>
        )}
      </span>
      {nextHref && (
        <LinkButton href={nextHref}>
          {t("next")}
          <Icon name="arrow-right" size="sm" />
        </LinkButton>
      )}
    </nav>
  );
}
