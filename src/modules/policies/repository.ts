import type { PolicyBody } from "@/kernel/policy";
import type { Prisma, Tx } from "@/server/db";
import type { VersionStatus } from "./domain/publishing";

const columns = {
  id: true,
  kind: true,
  version: true,
  name: true,
  note: true,
  status: true,
  body: true,
  revision: true,
  effectiveFrom: true,
  draftedById: true,
} as const;

export type StoredVersion = {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly name: string;
  readonly note: string;
  readonly status: VersionStatus;
  readonly body: PolicyBody;
  readonly revision: number;
  readonly effectiveFrom: Date;
  readonly draftedById: string | null;
};

// A body was parsed before it was stored; a check of the table names the states.
const toStored = ({
  body,
  status,
  ...row
}: { body: unknown; status: string } & Omit<StoredVersion, "body" | "status">) =>
  ({ ...row, status: status as VersionStatus, body: body as PolicyBody }) satisfies StoredVersion;

/** A version, as far as the actor may know of it. */
export async function findVersion(tx: Tx, id: string): Promise<StoredVersion | null> {
  const row = await tx.policyVersion.findUnique({ where: { id }, select: columns });
  return row && toStored(row);
}

/** The newest version of a kind that has been published, whether or not it is in force yet. */
export async function newestPublished(tx: Tx, kind: string): Promise<StoredVersion | null> {
  const row = await tx.policyVersion.findFirst({
    where: { kind, status: { in: ["published", "superseded"] } },
    orderBy: { effectiveFrom: "desc" },
    select: columns,
  });
  return row && toStored(row);
}

/** The version of a kind that is being worked on. */
export async function openVersion(tx: Tx, kind: string): Promise<{ id: string } | null> {
  return tx.policyVersion.findFirst({ where: { kind, status: { in: ["draft", "checked"] } }, select: { id: true } });
}

/** The number a new version of a kind has. */
export async function nextNumber(tx: Tx, kind: string): Promise<number> {
  const newest = await tx.policyVersion.aggregate({ where: { kind }, _max: { version: true } });
  return (newest._max.version ?? 0) + 1;
}

/** Inserts a draft; false where somebody else began one at the same moment. */
export async function insertDraft(
  tx: Tx,
  draft: Omit<StoredVersion, "status" | "revision"> & { by: string; now: Date },
) {
  const { by, now, body, ...row } = draft;
  const stamps = { draftedByName: by, createdAt: now, updatedAt: now };
  const data = { ...row, ...stamps, status: "draft", body: body as unknown as Prisma.InputJsonValue };
  const { count } = await tx.policyVersion.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Saves an open version that nobody has saved since it was read. */
export async function saveVersion(
  tx: Tx,
  { id, revision }: { id: string; revision: number },
  { body, ...changes }: Omit<Prisma.PolicyVersionUncheckedUpdateManyInput, "body"> & { body?: PolicyBody },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.policyVersion.updateMany({
    where: { id, revision, status: { in: ["draft", "checked"] } },
    data: {
      ...changes,
      ...(body ? { body: body as unknown as Prisma.InputJsonValue } : {}),
      revision: { increment: 1 },
      updatedAt: now,
    },
  });
  return count === 1;
}

/** Notes that somebody has read a version; nothing where they had. */
export async function acknowledge(
  tx: Tx,
  row: { policyVersionId: string; personId: string; partnerId: string | null; at: Date },
): Promise<void> {
  await tx.policyAcknowledgement.createMany({ data: row, skipDuplicates: true });
}

/** Everybody with a role in the program, on either side. */
export async function everybody(tx: Tx): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { endedAt: null, person: { disabledAt: null } },
    distinct: ["personId"],
    select: { personId: true },
  });
  return rows.map((row) => row.personId);
}
