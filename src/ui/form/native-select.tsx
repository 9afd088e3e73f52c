import ChevronDown from "lucide-react/icons/chevron-down";
import type { ComponentProps } from "react";
import { classes } from "@/ui/classes";
import { Glyph } from "@/ui/glyph";
import { control } from "./control";

/** The browser's own list of choices, in the look of the other controls. */
export function NativeSelect({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <div className={classes("relative", className)}>
      <select {...rest} className={classes(control, "appearance-none pe-9")}>
        {children}
      </select>
      <Glyph shape={ChevronDown} className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink-2" />
    </div>
  );
}
