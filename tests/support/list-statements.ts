import { z } from "zod";
import { customersLike, nearCustomerRowSchema } from "@/modules/accounts/queries/customers-like";
import { claimBulkRow } from "@/modules/lists/repository/bulk-runs";
import type { Tx } from "@/server/db";
import { newId } from "@/server/ids";
import { people } from "./canaries";
import { noon, sql, world } from "./world";

const { manager } = world;

/** The statements behind lists and the search that are written as SQL. */
export const listStatements = [
  {
    file: "lists/repository/bulk-runs.ts",
    what: "a row that is taken",
    as: manager,
    run: (tx: Tx) => claimBulkRow(tx, manager, { runId: newId(), position: 0, subjectId: newId(), version: 1 }, noon),
    rows: z.strictObject({ claimed: z.boolean() }),
  },
  {
    file: "accounts/queries/customers-like.ts",
    what: "customers with a name like it",
    as: manager,
    async run(tx: Tx) {
      const approved = "select customer_name from deal where owner_id = $1 and status = 'approved' limit 1";
      const [deal] = await sql<{ customer_name: string }>(approved, [people.alphaSales.personId]);
      return customersLike(tx, manager, deal?.customer_name ?? "", 6);
    },
    rows: nearCustomerRowSchema,
  },
];
