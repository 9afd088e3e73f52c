import { z } from "zod";
import type { Tx } from "@/server/db";
import type { Audience, RecordRef } from "../domain/record";

export type Subject = RecordRef & { readonly partnerId: string | null };
export type NamedSubject = Subject & { readonly label: string };

export const subjectRowSchema = z.object({
  seen: z.boolean(),
  partner_id: z.string().nullable(),
  label: z.string().nullable(),
});

export const onlookerRowSchema = z.object({
  person_id: z.string(),
  name: z.string(),
  side: z.enum(["vendor", "partner"]),
});

export const followerRowSchema = z.object({ person_id: z.string() });

/** The record as far as what stands beside it needs to know; null where the actor does not see it. */
export async function findSubject(tx: Tx, { kind, id }: RecordRef): Promise<NamedSubject | null> {
  const [row] = await tx.$queryRaw<z.infer<typeof subjectRowSchema>[]>`
    select entente.sees_record(${kind}, ${id}::uuid) as seen, entente.partner_of_record(${kind}, ${id}::uuid) as partner_id,
      entente.label_of_record(${kind}, ${id}::uuid) as label`;
  return row?.seen ? { kind, id, partnerId: row.partner_id, label: row.label ?? "" } : null;
}

export type Onlooker = { readonly personId: string; readonly name: string; readonly side: "vendor" | "partner" };

/** Who sees something of an audience beside a record, as far as the actor may know of them. */
export async function whoSees(tx: Tx, { kind, id }: RecordRef, audience: Audience): Promise<Onlooker[]> {
  const rows = await tx.$queryRaw<z.infer<typeof onlookerRowSchema>[]>`
    select person_id, name, side from entente.who_sees(${kind}, ${id}::uuid, ${audience})
    where entente.sees_record(${kind}, ${id}::uuid) order by name, person_id`;
  return rows.map(({ person_id, ...person }) => ({ personId: person_id, ...person }));
}

/** Who has a part in what is written beside a record: the person whose record it is, and who wrote there before. */
export async function followersOf(tx: Tx, { kind, id }: RecordRef): Promise<string[]> {
  const rows = await tx.$queryRaw<z.infer<typeof followerRowSchema>[]>`
    select entente.owner_of_record(${kind}, ${id}::uuid) as person_id where entente.owner_of_record(${kind}, ${id}::uuid) is not null
    union select author_id from record_comment where subject_id = ${id}::uuid and subject_kind = ${kind}`;
  return rows.map((row) => row.person_id);
}
