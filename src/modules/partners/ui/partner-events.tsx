import { useTranslations } from "next-intl";
import type { IconName } from "@/ui/icon";
import type { TimelineEntry } from "@/ui/timeline";

type Happened = { readonly type: string; readonly actor: string; readonly data: Readonly<Record<string, unknown>> };

const icons: Readonly<Record<string, IconName>> = { call: "phone", meeting: "users", message: "mail" };

/** What happened to a partner, in words; what has none yet is named by its type. */
export function usePartnerEvents(): (event: Happened) => Omit<TimelineEntry, "id" | "time" | "at"> {
  const t = useTranslations("partners.event");
  return ({ type, actor, data }) => {
    const b = (chunks: React.ReactNode) => <b>{chunks}</b>;
    if (type !== "partner.contacted") {
      const key = type.slice(type.indexOf(".") + 1);
      return { icon: "info", text: t.has(key) ? t.rich(key, { actor, b }) : t.rich("other", { actor, b }) };
    }
    const kind = String(data.kind ?? "");
    const people = String(data.people ?? "");
    return {
      icon: icons[kind] ?? "phone",
      text: t.rich(`contacted.${kind}`, { actor, b, people, named: people ? "yes" : "no" }),
      more: data.note ? <span className="wrap-anywhere whitespace-pre-line">{String(data.note)}</span> : undefined,
    };
  };
}
