import { z } from "zod";
import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import { installation } from "@/server/exchange";
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
  const { reportingCurrency } = await installation(tx);
  // Through the euro every currency with a rate can be converted; the reporting currency needs none.
  const known = rates.map((rate) => rate.currency.trim());
  return { productLines, currencies: [...new Set([reportingCurrency, "EUR", ...known])] };
}
