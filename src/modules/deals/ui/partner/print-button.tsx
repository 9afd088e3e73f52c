"use client";

import Printer from "lucide-react/icons/printer";
import { Button } from "@/ui/button";
import { Glyph } from "@/ui/glyph";

/** Opens the print dialog of the browser. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button variant="primary" icon={<Glyph shape={Printer} />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
