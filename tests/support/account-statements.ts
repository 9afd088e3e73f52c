import { z } from "zod";
import type { Actor } from "@/kernel/actor";
import { openOpportunities, relatedAccounts, withoutSearchKeys } from "@/modules/accounts/repository";
import type { Tx } from "@/server/db";
import { newId } from "@/server/ids";
import { noon } from "./world";

const system: Actor = { kind: "system", cause: "worker" };
const repository = { file: "accounts/repository.ts", as: system };
const known = (tx: Tx) => tx.account.findFirstOrThrow({ select: { id: true, parentId: true, taxId: true } });

/** The statements about customers that are written as SQL. */
export const accountStatements = [
  {
    ...repository,
    what: "related accounts",
    run: async (tx: Tx) => relatedAccounts(tx, await known(tx), { name: "cnry", country: "DE", domains: [] }),
    rows: z.strictObject({ id: z.uuid(), names: z.array(z.string()) }),
  },
  {
    ...repository,
    what: "accounts without search keys",
    run: async (tx: Tx) => {
      await tx.$executeRaw`update account_search set version = 0`;
      return withoutSearchKeys(tx, 5);
    },
    rows: z.strictObject({ id: z.uuid() }),
  },
  {
    ...repository,
    what: "open opportunities",
    run: async (tx: Tx) => {
      const { id: accountId } = await known(tx);
      const line = { id: newId(), externalId: newId(), ownerName: "", isOpen: true, syncedAt: noon };
      await tx.directOpportunity.create({ data: { ...line, accountId } });
      return openOpportunities(tx, [accountId]);
    },
    rows: z.strictObject({
      id: z.uuid(),
      accountId: z.uuid(),
      ownerName: z.string(),
      productLineId: z.uuid().nullable(),
      productLine: z.string().nullable(),
      syncedAt: z.date().nullable(),
    }),
  },
];
