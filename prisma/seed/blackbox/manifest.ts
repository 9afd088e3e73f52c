import { z } from "zod";

/** A word that stands in the free text of one record and nowhere else. */
export const canaryPattern = /cnry-[a-z]+-[a-z]+-[0-9a-f]{20}/gi;

const canary = z.string().regex(/^CNRY-[a-z]+-[a-z]+-[0-9a-f]{20}$/);
const key = z.string().regex(/^[a-z]+$/);

const organisation = z.strictObject({
  key,
  side: z.enum(["vendor", "partner"]),
  /** Null for the vendor, of which there is one. */
  id: z.uuid().nullable(),
  name: z.string(),
  /** Code of the region a partner belongs to. */
  territory: z.string().nullable(),
  /** Who looks after a partner. */
  manager: z.email().nullable(),
});

const actor = z.strictObject({
  email: z.email(),
  password: z.string().min(12),
  role: z.string(),
  /** Key of the organisation. */
  organisation: key,
  /** Code of a channel manager's region, and of the region a partner belongs to; null for who is tied to none. */
  territory: z.string().nullable(),
  personId: z.uuid(),
  /** Whether a partner's seller sees the deals of colleagues. */
  seesCompanyDeals: z.boolean(),
});

const record = z.strictObject({
  id: z.string(),
  /** Null where the record has no free text, or only text that everybody may read. */
  canary: canary.nullable(),
  /** E-mail of the person a record belongs to. */
  owner: z.email().nullable(),
  /** Sales stage of a deal. */
  stage: z.string().nullable(),
});

const canaryEntry = z.strictObject({
  canary,
  /** Who may read it: the organisation and those of the vendor who look after it; "vendor" for what no partner may read. */
  organisation: key,
  kind: z.string(),
  /** Which organisation a text of the vendor is about. */
  about: key,
});

/** What a checker from outside needs to know about a database of the profile blackbox. */
export const manifestSchema = z.strictObject({
  madeAt: z.iso.datetime(),
  organisations: z.array(organisation),
  actors: z.array(actor),
  /** Kind of record → key of the organisation → state → records. */
  records: z.record(z.string(), z.record(key, z.record(z.string(), z.array(record)))),
  canaries: z.array(canaryEntry),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestRecord = z.infer<typeof record>;
