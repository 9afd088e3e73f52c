import type { LucideIcon } from "lucide-react";
import { classes } from "@/ui/classes";

export type GlyphProps = {
  shape: LucideIcon;
  /** `sm` is 14 px beside small text, `md` 16 px, `lg` 20 px. */
  size?: "sm" | "md" | "lg";
  /** Only where no word stands beside the icon. */
  label?: string;
  className?: string;
};

const sizes = { sm: 14, md: 16, lg: 20 };

/** One icon in the stroke and the sizes of the house. Client components give their own shape; `Icon` knows all by name. */
export function Glyph({ shape: Shape, size = "md", label, className }: GlyphProps) {
  const accessible = label ? ({ role: "img", "aria-label": label } as const) : ({ "aria-hidden": true } as const);
  return (
    <Shape
      size={sizes[size]}
      strokeWidth={1.75}
      className={classes("inline-block shrink-0", className)}
      {...accessible}
    />
  );
}
