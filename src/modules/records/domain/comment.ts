/** How long its author can change or take back a comment. */
export const editMinutes = 15;

export type CommentState = {
  readonly authorId: string;
  readonly at: Date;
  readonly deletedAt: Date | null;
};

/** Until when its author can change a comment. */
export function editableUntil({ at }: Pick<CommentState, "at">): Date {
  return new Date(at.getTime() + editMinutes * 60_000);
}

/** Whether somebody can still change or take back a comment: only their own, and only for a while. */
export function mayEdit(personId: string, comment: CommentState, now: Date): boolean {
  return comment.authorId === personId && comment.deletedAt === null && now < editableUntil(comment);
}

export type Mentionable = { readonly personId: string; readonly name: string };

const wordCharacter = /[\p{L}\p{N}_]/u;

/** Where "@Name" stands in a text, in the order of the text; of two names that begin alike the longer one. */
export function mentionsAt<Person extends Mentionable>(
  text: string,
  people: readonly Person[],
): { readonly from: number; readonly until: number; readonly person: Person }[] {
  const longestFirst = people.toSorted((left, right) => right.name.length - left.name.length);
  const found: { from: number; until: number; person: Person }[] = [];
  for (let from = text.indexOf("@"); from >= 0; from = text.indexOf("@", from + 1)) {
    // The @ of an address stands behind a letter.
    if (wordCharacter.test(text.charAt(from - 1))) continue;
    const person = longestFirst.find(({ name }) => isNamedAt(text, from + 1, name));
    if (person) found.push({ from, until: from + 1 + person.name.length, person });
  }
  return found;
}

function isNamedAt(text: string, from: number, name: string): boolean {
  const words = text.slice(from, from + name.length);
  return words.toLowerCase() === name.toLowerCase() && !wordCharacter.test(text.charAt(from + name.length));
}

/** The people a text mentions, each once. */
export function mentionsIn(text: string, people: readonly Mentionable[]): string[] {
  const named = new Set(mentionsAt(text, people).map(({ person }) => person.name));
  // Two people of one name are both meant: better one told too many than the right one not at all.
  return people.filter(({ name }) => named.has(name)).map(({ personId }) => personId);
}

export type TextPart = { readonly text: string; readonly mentioned: boolean };

/** A text in parts, so that the names in it can be marked. */
export function partsOf(text: string, people: readonly Mentionable[]): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { from, until } of mentionsAt(text, people)) {
    if (from > end) parts.push({ text: text.slice(end, from), mentioned: false });
    parts.push({ text: text.slice(from, until), mentioned: true });
    end = until;
  }
  if (end < text.length) parts.push({ text: text.slice(end), mentioned: false });
  return parts;
}
