import type { Match, MatchClass } from "./conflict";

/** The strongest score among matches of a class, 0 where there is none. */
export function strongest(matches: readonly Match[], matchClass: MatchClass): number {
  return matches
    .filter((match) => match.candidate.class === matchClass)
    .reduce((best, match) => Math.max(best, match.score), 0);
}
