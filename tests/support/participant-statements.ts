import { z } from "zod";
import type { Actor } from "@/kernel/actor";
import {
  jointDealRowSchema,
  jointDeals,
  jointPartnerRowSchema,
  jointPartners,
} from "@/modules/deals/queries/participants";
import { lengthenProtection } from "@/modules/deals/repository/extensions";
import { keepDeal, partnerKnownAs } from "@/modules/deals/repository/participants";
import type { Tx } from "@/server/db";
import { newId } from "@/server/ids";
import { canary, people } from "./canaries";
import { idOf, sql, today } from "./world";

const file = "deals/queries/participants.ts";
const repository = "deals/repository/participants.ts";
const { betaAdmin } = people;
const system: Actor = { kind: "system", cause: "worker" };
const participation = idOf("beta on a deal of alpha");

/** An approved deal of alpha in which beta takes part; its id. */
async function joined(): Promise<string> {
  const [row] = await sql<{ deal_id: string }>(
    `with added as (
       insert into deal_participant (id, deal_id, lead_id, lead_name, partner_id, partner_name, position, role, status, invited_by_id,
         invited_by_name, invited_at, owner_id, owner_name, accepted_at)
       select $1, d.id, d.partner_id, 'alpha', $2, 'beta', 2, 'implementing', 'accepted', d.owner_id, 'Sam', now(), $3, 'Bea', now()
       from deal d where d.partner_id = $4 and d.status = 'approved' order by d.number limit 1
       on conflict do nothing returning deal_id)
     select deal_id from added union all select deal_id from deal_participant where id = $1`,
    [participation, idOf("beta"), betaAdmin.personId, idOf("alpha")],
  );
  if (!row) throw new Error("nothing of alpha was approved");
  return row.deal_id;
}

/** The statements about several partners on one deal, and about protections that last longer. */
export const participantStatements = [
  {
    file,
    what: "deals of other partners",
    as: betaAdmin,
    async run(tx: Tx) {
      await joined();
      return jointDeals(tx, betaAdmin);
    },
    rows: jointDealRowSchema.strict(),
  },
  {
    file,
    what: "the partners on a deal",
    as: betaAdmin,
    async run(tx: Tx) {
      await joined();
      return jointPartners(tx, participation);
    },
    rows: jointPartnerRowSchema.strict(),
  },
  {
    file: repository,
    what: "a partner by its exact name",
    as: system,
    run: (tx: Tx) => partnerKnownAs(tx, canary("alpha", "partner")),
    rows: z.strictObject({ id: z.uuid(), name: z.string() }),
  },
  {
    file: repository,
    what: "a deal that is kept",
    as: system,
    run: async (tx: Tx) => keepDeal(tx, await joined()),
    rows: z.strictObject({ id: z.uuid() }),
  },
  {
    file: "deals/repository/extensions.ts",
    what: "whether a protection was extended",
    as: system,
    run: (tx: Tx) => lengthenProtection(tx, newId(), today),
    rows: z.strictObject({ extended: z.boolean() }),
  },
];
