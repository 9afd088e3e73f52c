"use client";

import type { ActionForm } from "./use-action-form";
import { useMessage } from "./use-message";

/** What went wrong apart from the fields, in words; null where nothing did. */
export function useFailureText(failure: ActionForm["failure"]): string | null {
  const say = useMessage();
  if (!failure || failure.code === "invalid") return null;
  switch (failure.code) {
    case "refused":
      return say(failure.reason, failure.params);
    case "conflict":
      return say(failure.reason);
    case "unauthenticated":
    case "forbidden":
      return say(`failures.${failure.code}`);
    case "not_found":
      return say("failures.notFound");
    default:
      return say("failures.unexpected");
  }
}
