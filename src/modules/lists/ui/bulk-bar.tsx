"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionDialog } from "@/ui/action-dialog";
import { Button, type ButtonVariant } from "@/ui/button";
import { type ChosenRow, useSelection } from "@/ui/data-table/selection";
import type { BulkField } from "./bulk-form";

/** An action on the chosen rows, with what is asked once for all of them. */
export type BulkOffer = {
  readonly action: string;
  readonly variant?: ButtonVariant;
  readonly kbd?: string;
  readonly fields?: readonly BulkField[];
};

type Props = {
  list: string;
  offers: readonly BulkOffer[];
  /** Where its runs are looked at. */
  runs: string;
  /** Where all rows of the view that can be chosen are read, and how many the view has. */
  all: { href: string; count: string };
};

/** What happens to the chosen rows: how many there are, all of the view at a press, and the actions. */
export function BulkBar({ list, offers, runs, all }: Props) {
  const t = useTranslations("bulk");
  const { chosen, choose } = useSelection();
  const rows = [...chosen.values()];
  return (
    <>
      <p role="status" className="sr-only">
        {rows.length > 0 && t("chosen", { count: rows.length })}
      </p>
      {rows.length > 0 && (
        <section
          aria-label={t("label")}
          className="sticky bottom-0 z-30 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line-strong bg-raised px-3 py-2.5 shadow-float max-md:-mx-4 max-md:pb-[max(0.625rem,env(safe-area-inset-bottom))] print:hidden"
        >
          <b className="figures">{t("chosen", { count: rows.length })}</b>
          <ChooseAll {...all} chosen={rows.length} onChoose={choose} />
          <Button size="sm" variant="quiet" onClick={() => choose([])}>
            {t("clear")}
          </Button>
          <div className="ms-auto flex flex-wrap gap-2">
            {offers.map((offer) => (
              <Action key={offer.action} list={list} runs={runs} offer={offer} rows={rows} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Action({ list, runs, offer, rows }: Omit<Props, "offers" | "all"> & { offer: BulkOffer; rows: ChosenRow[] }) {
  const t = useTranslations("bulk");
  const { choose } = useSelection();
  const { action, variant, kbd, fields = [] } = offer;
  const able = rows.filter(({ can }) => can.includes(action));
  const count = able.length;
  if (count === 0) return null;
  return (
    <ActionDialog
      label={t(`${list}.${action}.label`)}
      variant={variant}
      kbd={kbd}
      title={t(`${list}.${action}.title`, { count })}
      description={
        <>
          {t(`${list}.${action}.consequence`, { count })} {t("rest")}
          {count < rows.length && <> {t("onlyAble", { count, chosen: rows.length })}</>}
        </>
      }
      load={async () => (await import("./bulk-form")).BulkForm}
      form={{ list, action, rows: able, fields, runs, danger: variant === "danger", onStarted: () => choose([]) }}
    />
  );
}

type AllProps = Props["all"] & { chosen: number; onChoose: (rows: readonly ChosenRow[]) => void };
type Answer = { readonly rows: readonly ChosenRow[]; readonly left: number; readonly more: boolean };

/** Chooses what can be chosen in the whole view, and says what of it cannot. */
function ChooseAll({ href, count, chosen, onChoose }: AllProps) {
  const t = useTranslations("bulk");
  const [state, setState] = useState<Answer | "idle" | "loading" | "failed">("idle");

  async function chooseAll(): Promise<void> {
    setState("loading");
    try {
      const answer = await fetch(href);
      if (!answer.ok) throw new Error("no answer");
      // The route answers with this shape.
      const all = (await answer.json()) as Answer;
      onChoose(all.rows);
      setState(all);
    } catch {
      setState("failed");
    }
  }

  if (typeof state === "object" && state.rows.length === chosen) {
    return (
      <span role="status" className="text-ink-2">
        {t(state.more ? "first" : "all", { count: state.rows.length })}
        {state.left > 0 && <> {t("left", { count: state.left })}</>}
      </span>
    );
  }
  return (
    <>
      <Button size="sm" variant="quiet" pending={state === "loading"} onClick={() => void chooseAll()}>
        {t("chooseAll", { count })}
      </Button>
      {state === "failed" && (
        <span role="alert" className="text-critical-ink">
          {t("notRead")}
        </span>
      )}
    </>
  );
}
