import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "@/ui/chip";
import { formatDay, formatMoney } from "@/ui/format/format";
import { Link } from "@/ui/link";
import type { JointDeal } from "../../queries/participants";
import { DealStageChip } from "../deal-status-chip";

/** Deals of other partners that the reader's company takes part in, and those it is asked to join. */
export function JointRows({ deals, empty }: { deals: readonly JointDeal[]; empty: ReactNode }) {
  const t = useTranslations("deals.joint");
  const words = useTranslations("deals.rows");
  const roles = useTranslations("deals.role");
  const locale = useLocale();
  if (deals.length === 0) return empty;
  return (
    <ul>
      {deals.map(({ id, lead, role, sale, productLine, isOpen }) => (
        <li
          key={id}
          className="grid gap-x-4 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
        >
          <div className="min-w-0">
            <Link href={`/portal/deals/joint/${id}`}>
              <b className="wrap-anywhere">{sale ? sale.customer : t("question", { lead })}</b>
            </Link>
            <span className="block text-xs text-ink-2">
              {[
                sale ? t("by", { lead, role: roles(role) }) : roles(role),
                productLine,
                sale?.number,
                sale?.amount && formatMoney(sale.amount, locale),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </div>
          <div className="figures flex flex-wrap items-center gap-3 sm:justify-end">
            {sale?.protectedThrough && (
              <span className="text-xs text-ink-2">
                {words("through", { day: formatDay(sale.protectedThrough, locale, { year: true }) })}
              </span>
            )}
            {sale ? (
              <DealStageChip stage={sale.stage} />
            ) : (
              <Chip
                icon={isOpen ? "message-circle-question-mark" : "circle-slash"}
                tone={isOpen ? "warning" : "neutral"}
              >
                {t(isOpen ? "waits" : "over")}
              </Chip>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
