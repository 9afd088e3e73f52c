"use client";

import { useLayoutEffect } from "react";

/** Shows the page in a look whatever the reader chose; the tokens of colors hang on the root of the document. */
export function KitLook({ look }: { look: "light" | "dark" }) {
  useLayoutEffect(() => {
    const root = document.documentElement;
    const before = root.dataset.theme;
    root.dataset.theme = look;
    return () => {
      if (before === undefined) delete root.dataset.theme;
      else root.dataset.theme = before;
    };
  }, [look]);
  return null;
}
