/** A customer as a partner typed it. */
export type TypedCustomer = { readonly name: string; readonly website: string; readonly country: string };

/** The keys by which a customer is recognised. `domain` is null where the website has no registrable domain. */
export type CustomerKeys = {
  readonly domain: string | null;
  /** The normalised name first. */
  readonly names: readonly string[];
  readonly country: string;
};
