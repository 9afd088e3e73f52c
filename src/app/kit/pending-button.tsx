"use client";

import { Button, type ButtonSize } from "@/ui/button";

/** A button whose press is on its way for ever. */
export function PendingButton({ size, label }: { size: ButtonSize; label: string }) {
  return (
    <Button size={size} pending>
      {label}
    </Button>
  );
}
