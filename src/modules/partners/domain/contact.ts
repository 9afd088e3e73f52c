/** How somebody of the vendor spoke with a partner. */
export const contactKinds = ["call", "meeting", "message"] as const;
export type ContactKind = (typeof contactKinds)[number];
