/** What can be written beside: the kind of a record and its id. */
export type RecordRef = { readonly kind: RecordKind; readonly id: string };

/**
 * Every kind of record, as the database has them by `entente.declare_record`. `shared`: its partner sees it too. `place` is where a
 * portal keeps it.
 */
export const recordKinds = {
  deal: { shared: true, place: "deals" },
  partner: { shared: false, place: "partners" },
  account: { shared: false, place: "customers" },
} as const satisfies Record<string, { shared: boolean; place: string }>;

export type RecordKind = keyof typeof recordKinds;

// The keys of the record are the kinds; Object.keys forgets that.
export const recordKindNames = Object.keys(recordKinds) as [RecordKind, ...RecordKind[]];

/** Who reads something beside a record: both sides, the vendor's departments, or only those who read internals. */
export const audiences = ["all", "vendor", "internal"] as const;
export type Audience = (typeof audiences)[number];

/** The audience of something beside a record. What stands beside a record of the vendor's own never leaves it. */
export function audienceOf(kind: RecordKind, internal: boolean): Audience {
  if (!recordKinds[kind].shared) return "vendor";
  return internal ? "internal" : "all";
}

/** Of an event about it: the log of events knows both sides and the vendor. */
export const eventAudience = (audience: Audience): "all" | "vendor" => (audience === "all" ? "all" : "vendor");
