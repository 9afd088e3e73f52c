import { z } from "zod";
import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import { mayEdit } from "../access";
import type { DealDraft } from "../domain/deal";
import { findDeal } from "../repository";
import { dealDraft } from "../schema";

/** A draft, or a registration sent back with a question, ready for the form. */
export type EditableDeal = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly draft: DealDraft;
  readonly question: string | null;
  readonly dueAt: Date | null;
};

/** The deal as the form edits it; null where the actor may not edit it now. */
export async function editableDeal(tx: Tx, actor: PersonActor, id: string): Promise<EditableDeal | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const deal = await findDeal(tx, id);
  if (!deal || !mayEdit(actor, deal)) return null;
  const row = await tx.deal.findUniqueOrThrow({ where: { id }, select: { typed: true, question: true, dueAt: true } });
  return {
    id,
    number: deal.number,
    version: deal.version,
    draft: dealDraft.parse(row.typed),
    question: row.question,
    dueAt: row.dueAt,
  };
}

export type DealChoices = {
  readonly productLines: readonly { readonly id: string; readonly name: string; readonly code: string }[];
  readonly currencies: readonly string[];
};

/** What the form offers. */
export async function dealChoices(tx: Tx): Promise<DealChoices> {
  const productLines = await tx.productLine.findMany({
    where: { active: true },
    orderBy: { name: "asc" },
    select: { id: true, name: true, code: true },
  });
  const rates = await tx.exchangeRate.findMany({
    distinct: ["currency"],
    select: { currency: true },
    orderBy: { currency: "asc" },
  });
  const currencies = ["EUR", ...rates.map((rate) => rate.currency.trim()).filter((code) => code !== "EUR")];
  return { productLines, currencies };
}
