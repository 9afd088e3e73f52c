"use client";

import { useEffect } from "react";

/** Marks the document once the page answers to events; tests and slow devices can wait for it. */
export function Hydrated() {
  useEffect(() => {
    document.documentElement.dataset.hydrated = "true";
  }, []);
  return null;
}
