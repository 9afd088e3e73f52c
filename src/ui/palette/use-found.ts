"use client";

import { useEffect, useState } from "react";
import { answerSchema, type FoundGroup } from "@/ui/palette/found";

type Answer = { readonly found: FoundGroup[]; readonly state: "idle" | "searching" | "failed" };

const pause = 120;

/** What the server finds for the words; asked once the typing pauses, and only the latest answer counts. */
export function useFound(endpoint: string, words: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ found: [], state: "idle" });
  const asked = words.trim();
  useEffect(() => {
    if (asked.length < 2) {
      setAnswer({ found: [], state: "idle" });
      return;
    }
    const aborter = new AbortController();
    setAnswer((before) => ({ found: before.found, state: "searching" }));
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`${endpoint}?words=${encodeURIComponent(asked)}`, { signal: aborter.signal });
        const parsed = answerSchema.safeParse(response.ok ? await response.json() : null);
        setAnswer(parsed.success ? { found: parsed.data.groups, state: "idle" } : { found: [], state: "failed" });
      } catch {
        if (!aborter.signal.aborted) setAnswer({ found: [], state: "failed" });
      }
    }, pause);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [endpoint, asked]);
  return answer;
}
