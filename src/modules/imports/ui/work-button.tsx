"use client";

import { Button, type ButtonVariant } from "@/ui/button";
import type { ImportWork } from "./use-import-work";

type Props = { work: ImportWork; label: string; variant?: ButtonVariant };

/** The button at the end of a form that does something long. */
export function WorkButton({ work, label, variant = "primary" }: Props) {
  return (
    <Button
      type="submit"
      variant={variant}
      size="lg"
      pending={work.working}
      className="justify-self-start max-sm:w-full"
    >
      {label}
    </Button>
  );
}
