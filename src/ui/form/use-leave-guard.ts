"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** Asks before a page is left on which something typed is not saved: by a link of this page, or by the browser itself. */
export function useLeaveGuard(dirty: boolean): void {
  const t = useTranslations("ui.form");
  const question = t("leave");
  useEffect(() => {
    if (!dirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    function onClick(event: MouseEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      if (!link || link.target === "_blank" || link.hasAttribute("download")) return;
      const stays = link.pathname === location.pathname && link.search === location.search && link.hash !== "";
      if (stays || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    }
    window.addEventListener("beforeunload", onUnload);
    // Before the router sees the click.
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [dirty, question]);
}
