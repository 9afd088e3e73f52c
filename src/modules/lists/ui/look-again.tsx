"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 1000;

/** Reads the page again and again while something goes on that is done elsewhere. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
