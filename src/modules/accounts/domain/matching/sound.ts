const groups: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ""],
  [/dzh|dzs|dsch/g, "g"],
  [/shch|sch|tsch|tch|sh|ch|cz|sz/g, "s"],
  [/ph/g, "f"],
  [/th|dt/g, "t"],
  [/ck|cq|q/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/c/g, "k"],
  [/x/g, "ks"],
  [/z/g, "s"],
  [/w/g, "v"],
  [/y|j/g, "i"],
  [/(?<=[aeiou])h|(?<=[a-z])h(?=[a-z])/g, ""],
  [/(.)\1+/g, "$1"],
];

/** A folded word as it is heard: what languages spell differently is one letter. */
export const heard = (word: string): string => groups.reduce((text, [pattern, by]) => text.replace(pattern, by), word);

/** How a folded word sounds with its vowels left out, but for one it begins with: what stays when it is misheard. */
export function soundOf(word: string): string {
  const sound = heard(word);
  return (
    sound.charAt(0) +
    sound
      .slice(1)
      .replace(/[aeiouh]+/g, "")
      .replace(/(.)\1+/g, "$1")
  );
}
