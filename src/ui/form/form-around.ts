"use client";

import { createContext, useContext, useEffect } from "react";

type Around = {
  pending: boolean;
  /** The label of each field by its path, in the order of the page; the summary of errors speaks of them. */
  labels: Map<string, string>;
};

export const FormAround = createContext<Around | null>(null);

/** Tells the form around a field how the field is called. */
export function useLabel(path: string, label: string): void {
  const labels = useContext(FormAround)?.labels;
  useEffect(() => {
    labels?.set(path, label);
    return () => {
      labels?.delete(path);
    };
  }, [labels, path, label]);
}
