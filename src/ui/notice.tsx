import type { LucideIcon } from "lucide-react";
import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import { classes } from "@/ui/classes";
import { Glyph } from "@/ui/glyph";
import { type Tone, toneSoft } from "@/ui/tone";

export type NoticeProps = { tone: Exclude<Tone, "neutral">; title?: ReactNode; children?: ReactNode };

const icons: Record<NoticeProps["tone"], LucideIcon> = {
  info: Info,
  warning: TriangleAlert,
  critical: CircleAlert,
  positive: CircleCheck,
};

/** Something the reader has to know before going on. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className={classes("flex gap-2.5 rounded-md px-3.5 py-3", toneSoft[tone])}>
      <Glyph shape={icons[tone]} className="mt-0.5" />
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-strong">{title}</p>}
        {children && <div className="wrap-anywhere">{children}</div>}
      </div>
    </div>
  );
}
