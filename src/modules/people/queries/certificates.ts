import type { PlainDate } from "@/kernel/dates";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import { type CertificateState, certificateState } from "../domain/certificate";

export type HeldCertificate = {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly productLine: string | null;
  readonly issuedOn: PlainDate;
  readonly expiresOn: PlainDate | null;
  readonly state: CertificateState;
};

const most = 2000;

/**
 * The certificates of some people by person, as far as the reader may know of them; of the same thing only the newest, since that
 * one says how it stands. Valid ones first.
 */
export async function certificatesOf(
  tx: Tx,
  personIds: readonly string[],
  today: PlainDate,
): Promise<ReadonlyMap<string, readonly HeldCertificate[]>> {
  const rows = await tx.certificate.findMany({
    where: { personId: { in: [...personIds] } },
    orderBy: [{ issuedOn: "desc" }, { id: "desc" }],
    take: most,
    include: { productLine: { select: { name: true } } },
  });
  const held = new Map<string, HeldCertificate[]>();
  const seen = new Set<string>();
  for (const { id, personId, name, level, productLine, ...days } of rows) {
    const key = `${personId} ${name.toLowerCase()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const expiresOn = days.expiresOn && toPlainDate(days.expiresOn);
    const state = certificateState(expiresOn, today);
    const certificate = {
      ...{ id, name, level, expiresOn, state },
      productLine: productLine?.name ?? null,
      issuedOn: toPlainDate(days.issuedOn),
    };
    held.set(personId, [...(held.get(personId) ?? []), certificate]);
  }
  const order = ["valid", "ending", "expired"];
  for (const [person, list] of held)
    held.set(
      person,
      list.toSorted(
        (one, other) => order.indexOf(one.state) - order.indexOf(other.state) || one.name.localeCompare(other.name),
      ),
    );
  return held;
}
