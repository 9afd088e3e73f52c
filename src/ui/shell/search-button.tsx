import type { ComponentProps } from "react";
import { Icon } from "@/ui/icon";
import { Kbd } from "@/ui/kbd";

/** The look of the search in the top bar; whoever opens the search brings the behaviour. */
export function SearchButton({
  text,
  keys,
  ...rest
}: Omit<ComponentProps<"button">, "className"> & { text: string; keys: string }) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={text}
      className="flex size-10 items-center justify-center gap-2 rounded-md text-ink-3 hover:bg-hover md:h-8 md:w-68 md:justify-start md:border md:border-line-strong md:bg-surface md:ps-2.5 md:pe-1.5"
    >
      <Icon name="search" />
      <span className="hidden md:inline">{text}</span>
      <span className="ms-auto hidden md:inline" aria-hidden="true">
        <Kbd>{keys}</Kbd>
      </span>
    </button>
  );
}
