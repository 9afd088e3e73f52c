"use client";

import { useEffect, useRef } from "react";
import type { RegistrationValues } from "./deal-form-schema";

type Given = {
  read: () => RegistrationValues;
  save: (values: RegistrationValues) => Promise<boolean>;
  isUnsaved: (values: RegistrationValues) => boolean;
};

/** Saves what was typed in the last moment before the page is left, hidden or closed. */
export function useSaveOnLeaving(given: Given): void {
  const latest = useRef(given);
  latest.current = given;
  useEffect(() => {
    function leave(): void {
      const { read, save, isUnsaved } = latest.current;
      const values = read();
      if (isUnsaved(values)) void save(values);
    }
    const onHide = () => document.visibilityState === "hidden" && leave();
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      leave();
    };
  }, []);
}
