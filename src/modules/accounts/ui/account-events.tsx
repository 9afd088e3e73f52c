import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TimelineEntry } from "@/ui/timeline";

/** What happened to a customer, in words. */
export function useAccountEvents(): (event: { readonly actor: string }) => Omit<TimelineEntry, "id" | "time" | "at"> {
  const t = useTranslations("accounts");
  return ({ actor }) => ({
    icon: "info",
    text: t.rich("changed", { actor, b: (chunks: ReactNode) => <b>{chunks}</b> }),
  });
}
