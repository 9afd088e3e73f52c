import NextLink from "next/link";
import type { ComponentProps } from "react";
import { classes } from "@/ui/classes";

const looks = {
  /** Inside text: coloured and underlined. */
  text: "text-accent-ink underline decoration-current/35 underline-offset-3 hover:decoration-current",
  /** The name of a record in a list: strong, underlined on hover. */
  name: "font-strong text-ink underline-offset-3 hover:underline",
};

export type LinkProps = ComponentProps<typeof NextLink> & { look?: keyof typeof looks };

export function Link({ look = "text", className, ...rest }: LinkProps) {
  return <NextLink {...rest} className={classes(looks[look], className)} />;
}
