"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

/** A row that somebody chose, as they saw it, with the names of the actions it allows. */
export type ChosenRow = {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly can: readonly string[];
};

type Selection = {
  readonly chosen: ReadonlyMap<string, ChosenRow>;
  /** Exactly these are chosen now. */
  readonly choose: (rows: Iterable<ChosenRow>) => void;
};

const Chosen = createContext<Selection>({ chosen: new Map(), choose: () => undefined });

/** Which rows of a table are chosen, for the table and what acts on them. */
export function SelectionAround({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, ChosenRow>>(new Map());
  const selection = useMemo(
    () => ({
      chosen,
      choose: (rows: Iterable<ChosenRow>) => setChosen(new Map([...rows].map((row) => [row.id, row]))),
    }),
    [chosen],
  );
  return <Chosen value={selection}>{children}</Chosen>;
}

export function useSelection(): Selection {
  return useContext(Chosen);
}
