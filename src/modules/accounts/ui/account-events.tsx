import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TimelineEntry } from "@/ui/timeline";

type Happened = {
  readonly type: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
};

/** What happened to a customer, in words. */
export function useAccountEvents(): (event: Happened) => Omit<TimelineEntry, "id" | "time" | "at"> {
  const t = useTranslations("accounts");
  const b = (chunks: ReactNode) => <b>{chunks}</b>;
  return ({ type, actor, data }) => {
    const key = `event.${type.slice(type.indexOf(".") + 1)}`;
    if (!t.has(key)) return { icon: "info", text: t.rich("changed", { actor, b }) };
    const values = { actor, owner: String(data.owner ?? ""), consequence: String(data.consequence ?? "") };
    return { icon: "flag", text: t.rich(key, { ...values, b }), more: data.note ? String(data.note) : undefined };
  };
}
