"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Rows below open by loading the whole page: the shell around it counts again what is unread. */
export function WholePage({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    function onClick(event: MouseEvent) {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link?.dataset.row) return;
      event.preventDefault();
      window.location.assign(link.href);
    }
    element?.addEventListener("click", onClick);
    return () => element?.removeEventListener("click", onClick);
  }, []);
  return <div ref={place}>{children}</div>;
}
