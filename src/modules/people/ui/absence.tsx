"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import { formatDay } from "@/ui/format/format";
import type { OwnAbsence } from "../queries/absence";

const forms = () => import("./absence-forms");

type Props = { absences: readonly OwnAbsence[]; colleagues: readonly { id: string; name: string }[]; today: string };

/** When the reader is away and who stands in; what waits for a decision goes to them meanwhile. */
export function Absences({ absences, colleagues, today }: Props) {
  const t = useTranslations("people.absence");
  const locale = useLocale();
  const days = ({ from, to }: OwnAbsence) => ({
    from: formatDay(from, locale, { year: true }),
    to: formatDay(to, locale, { year: true }),
  });
  return (
    <>
      {absences.length === 0 && <p className="mt-3 max-w-prose text-ink-2">{t("none")}</p>}
      <ul>
        {absences.map((absence) => (
          <li
            key={absence.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2.5"
          >
            <span>
              <span className="block font-strong">{t("days", days(absence))}</span>
              <span className="block text-xs text-ink-2">{t("standsIn", { name: absence.cover })}</span>
            </span>
            <ActionDialog
              label={t("end")}
              variant="quiet"
              title={t("endTitle")}
              description={t("endText", { name: absence.cover })}
              load={async () => (await forms()).EndAbsenceForm}
              form={{ absenceId: absence.id }}
            />
          </li>
        ))}
      </ul>
      <div className="mt-3">
        {colleagues.length === 0 ? (
          <p className="text-ink-2">{t("nobody")}</p>
        ) : (
          <ActionDialog
            label={t("set")}
            title={t("setTitle")}
            description={t("setText")}
            load={async () => (await forms()).SetAbsenceForm}
            form={{ colleagues, today }}
          />
        )}
      </div>
    </>
  );
}
