"use client";

import { useTranslations } from "next-intl";
import type { Result } from "@/kernel/result";
import { ConfirmForm } from "@/ui/form/confirm-form";
import {
  bringBackRegionAction,
  retireCalendarAction,
  retireRegionAction,
  retireTerritoryAction,
  setProductLineActiveAction,
} from "../actions";
import { retireInput, setProductLineActiveInput } from "../schema";

const verbs = {
  retireRegion: { action: retireRegionAction, schema: retireInput },
  bringBackRegion: { action: bringBackRegionAction, schema: retireInput },
  retireProduct: { action: setProductLineActiveAction, schema: setProductLineActiveInput },
  bringBackProduct: { action: setProductLineActiveAction, schema: setProductLineActiveInput },
  retireTerritory: { action: retireTerritoryAction, schema: retireInput },
  retireCalendar: { action: retireCalendarAction, schema: retireInput },
} as const;
export type ConfirmVerb = keyof typeof verbs;
export type ConfirmProps = {
  verb: ConfirmVerb;
  values: { id: string; version: number; active?: boolean };
  danger: boolean;
};

/** Says yes to what the dialog around it asks. */
export function ConfirmVerbForm({ verb, values, danger, onDone }: ConfirmProps & { onDone: () => void }) {
  const t = useTranslations("vendor.confirm");
  const { schema } = verbs[verb];
  // The verbs take different inputs; each is checked by its own schema before and after it is sent.
  const action = verbs[verb].action as (input: unknown) => Promise<Result<unknown>>;
  return (
    <ConfirmForm
      schema={schema}
      action={action}
      values={values}
      variant={danger ? "danger" : "primary"}
      onDone={onDone}
    >
      {t(`${verb}.button`)}
    </ConfirmForm>
  );
}
