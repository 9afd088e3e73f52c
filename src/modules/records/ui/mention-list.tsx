"use client";

import { type RefObject, useEffect, useState } from "react";

type Props = { field: RefObject<HTMLTextAreaElement | null>; people: readonly string[]; label: string };

const most = 6;
/** An @ that begins a word, and what was typed of the name so far; a name has at most four words. */
const begun = /(?:^|[^\p{L}\p{N}_])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*){0,3})$/u;

/** The name that is being typed before the caret; null where none is. */
export function typedName(before: string): string | null {
  return begun.exec(before)?.[1] ?? null;
}

/** Names to choose from while one is being typed after an @. They follow the text, so that Tab leads to them. */
export function MentionList({ field, people, label }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const look = () => setTyped(typedName(element.value.slice(0, element.selectionStart)));
    const leave = (event: KeyboardEvent) => event.key === "Escape" && setTyped(null);
    element.addEventListener("input", look);
    element.addEventListener("click", look);
    element.addEventListener("keydown", leave);
    return () => {
      element.removeEventListener("input", look);
      element.removeEventListener("click", look);
      element.removeEventListener("keydown", leave);
    };
  }, [field]);

  const begins = typed?.toLowerCase();
  const offered =
    begins === undefined
      ? []
      : people.filter((name) => name.toLowerCase().startsWith(begins) && name.length > begins.length).slice(0, most);
  function choose(name: string): void {
    const element = field.current;
    if (!element || typed === null) return;
    element.setRangeText(`${name} `, element.selectionStart - typed.length, element.selectionStart, "end");
    setTyped(null);
    element.focus();
  }
  return (
    <fieldset className="flex flex-wrap gap-1.5 border-0 p-0" hidden={offered.length === 0} aria-live="polite">
      <legend className="sr-only">{label}</legend>
      {offered.map((name) => (
        <button
          key={name}
          type="button"
          onClick={() => choose(name)}
          className="min-h-7 rounded-md border border-line-strong bg-raised px-2 hover:bg-hover"
        >
          @{name}
        </button>
      ))}
    </fieldset>
  );
}
