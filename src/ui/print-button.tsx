"use client";

import Printer from "lucide-react/icons/printer";
import { Button, type ButtonVariant } from "@/ui/button";
import { Glyph } from "@/ui/glyph";

/** Opens the print dialog of the browser. */
export function PrintButton({ label, variant }: { label: string; variant?: ButtonVariant }) {
  return (
    <Button variant={variant} icon={<Glyph shape={Printer} />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
