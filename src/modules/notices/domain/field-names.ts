// A form takes a dot in a name for a level of its own, so the kind "deal.review" goes by "deal/review" there.

/** The name of a kind among the fields of a form. */
export const fieldOf = (kind: string): string => kind.replace(".", "/");

/** The kind of a field of a form. */
export const kindOf = (field: string): string => field.replace("/", ".");
