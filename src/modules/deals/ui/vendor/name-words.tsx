import { useTranslations } from "next-intl";
import type { SharedWord } from "../../domain/conflict";

/** Which words two names have in common only nearly, and which only one of them has. Legal forms are no words of a name. */
export function NameWords({ words }: { words: readonly SharedWord[] }) {
  const t = useTranslations("channel.evidence.words");
  const only = (side: "mine" | "theirs") =>
    words.flatMap((word) => (word.relation === "only" && word[side] ? [word[side]] : [])).join(" ");
  const parts = [
    ...words
      .filter(({ relation, mine, theirs }) => relation !== "only" && mine !== theirs)
      .map(({ mine, theirs }) => t("nearly", { mine: mine ?? "", theirs: theirs ?? "" })),
    only("mine") && t("here", { words: only("mine") }),
    only("theirs") && t("there", { words: only("theirs") }),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return parts.map((part) => (
    <span key={part} className="block text-xs text-ink-2 wrap-anywhere">
      {part}
    </span>
  ));
}
