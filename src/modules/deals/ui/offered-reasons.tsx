"use client";

import { createContext, type ReactNode, use } from "react";
import type { OfferedReason, ReasonKind } from "../domain/reasons";

type Choices = Readonly<Record<ReasonKind, readonly OfferedReason[]>>;

const Offered = createContext<Choices | null>(null);

/** The reasons that the forms below offer. It is on every page of deals, so it carries no form. */
export function OfferedReasons({ choices, children }: { choices: Choices; children: ReactNode }) {
  return <Offered value={choices}>{children}</Offered>;
}

/** The reasons of a kind that can be given now. */
export function useOffered(kind: ReasonKind): readonly OfferedReason[] {
  const offered = use(Offered);
  if (!offered) throw new Error("a form asks for a reason, and its page says none");
  return offered[kind];
}
