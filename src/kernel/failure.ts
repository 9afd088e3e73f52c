/** Expected ways not to succeed. Texts are message keys; the screen translates. A foreign row is `not_found`, never `forbidden`. */
export type Failure =
  | { readonly code: "unauthenticated" }
  | { readonly code: "forbidden" }
  /** Who asks has to prove once more who they are. */
  | { readonly code: "unproved" }
  | { readonly code: "not_found"; readonly entity: string }
  /** Dotted path of the field → message key. */
  | { readonly code: "invalid"; readonly fields: Readonly<Record<string, string>> }
  /** Somebody else was faster. */
  | { readonly code: "conflict"; readonly entity: string; readonly reason: string }
  /** A rule of the domain says no. */
  | { readonly code: "refused"; readonly reason: string; readonly params?: Readonly<Record<string, string | number>> };
