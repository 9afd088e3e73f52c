import type { Permission } from "@/kernel/access";
import type { PersonActor, Role } from "@/kernel/actor";
import type { Result } from "@/kernel/result";
import { acceptParticipation } from "@/modules/deals/use-cases/accept-participation";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { declineParticipation } from "@/modules/deals/use-cases/decline-participation";
import { invitePartner } from "@/modules/deals/use-cases/invite-partner";
import { leaveDeal } from "@/modules/deals/use-cases/leave-deal";
import { removeParticipant } from "@/modules/deals/use-cases/remove-participant";
import { withdrawParticipation } from "@/modules/deals/use-cases/withdraw-participation";
import { newId } from "@/server/ids";
import type { UseCase } from "@/server/use-case";
import { dealRow, does, done, submitted } from "./deals";
import { idOf, sql, world } from "./world";

const other = (name: string, company: string, role: Role): PersonActor => ({
  ...world.betaSales,
  personId: idOf(name),
  name,
  partnerId: idOf(company),
  roles: [role],
});

/** The admin of the second company of the world, and a seller of a third one. */
export const betaAdmin = other("Bea Beta", "beta", "partner_admin");
export const gammaSales = other("Gus Gamma", "gamma", "partner_sales");

/** Adds them to a world that was seeded; the third company has had a deal approved too. */
export async function seedOthers(): Promise<void> {
  await sql(
    `insert into partner (id, name, trading_name, domain, country, region_id, types, tier, currency, agreement_date, channel_manager_id)
     select $1, 'gamma GmbH', 'gamma GmbH', 'gamma.example', country, region_id, types, tier, currency, agreement_date, channel_manager_id
     from partner where id = $2`,
    [gammaSales.partnerId, betaAdmin.partnerId],
  );
  for (const { personId, name, partnerId, roles } of [betaAdmin, gammaSales]) {
    await sql("insert into person (id, email, name, zone, partner_id) values ($1, $2, $3, 'Europe/Berlin', $4)", [
      personId,
      `${name.toLowerCase().replace(" ", ".")}@test.example`,
      name,
      partnerId,
    ]);
    await sql("insert into membership (id, person_id, partner_id, role) values (gen_random_uuid(), $1, $2, $3)", [
      personId,
      partnerId,
      roles[0],
    ]);
  }
  await sql(
    `insert into deal (id, number, partner_id, owner_id, created_by_id, origin, account_id, customer_name, customer_country,
       product_line_id, amount, currency, expected_close, status, submitted_at, decided_at, created_at, updated_at)
     select gen_random_uuid(), 'D-26-93', $1, $2, $2, origin, account_id, customer_name, customer_country,
       product_line_id, amount, currency, expected_close, status, submitted_at, decided_at, created_at, updated_at from deal where id = $3`,
    [gammaSales.partnerId, gammaSales.personId, idOf("beta earlier")],
  );
}

/** A use case that acts on a participation: who may, and who has to consent before it is possible. */
export type ParticipationVerb = {
  readonly name: string;
  readonly permission: Permission;
  /** Whose verb it is: of the partner that registered, of the one that was asked, or of the vendor. */
  readonly by: "lead" | "asked" | "vendor";
  readonly consented: boolean;
  attempt(actor: PersonActor, participantId: string, words: string): Promise<Result<unknown>>;
};

function verb<Input, Value>(
  useCase: UseCase<Input, Value>,
  by: ParticipationVerb["by"],
  consented: boolean,
  more: (words: string) => object = () => ({}),
): ParticipationVerb {
  const { name, permission } = useCase;
  const attempt: ParticipationVerb["attempt"] = (actor, participantId, words) =>
    does(actor, useCase, { participantId, ...more(words) });
  return { name, permission, by, consented, attempt };
}

/** Every verb a browser can call on a participation; asking somebody is one on the deal. */
export const participationVerbs: readonly ParticipationVerb[] = [
  verb(acceptParticipation, "asked", false),
  verb(declineParticipation, "asked", false, (words) => ({ reason: "no_capacity", note: words })),
  verb(withdrawParticipation, "lead", false),
  verb(leaveDeal, "asked", true, (words) => ({ reason: "part_done", note: words })),
  verb(removeParticipant, "vendor", true, (words) => ({ reason: "not_active", note: words })),
];

let turn = 0;
/** A registration that a person has to look at, for a customer of its own. */
export async function inReview(seller = world.alphaSales, host = `joint-${++turn}`): Promise<string> {
  const customer = { name: `${host} GmbH`, website: `${host}.de`, country: "DE" };
  return (await submitted(seller, { customer, amount: { amount: "200000", currency: "EUR" } })).dealId;
}

/** The same, approved. */
export async function approvedDeal(seller = world.alphaSales, host?: string): Promise<string> {
  const dealId = await inReview(seller, host);
  await approves(dealId);
  return dealId;
}

export async function approves(dealId: string): Promise<void> {
  done(await does(world.manager, approveDeal, { dealId, version: (await dealRow(dealId)).version, note: "" }));
}

export const asked = { company: "beta.example", role: "implementing", message: "Join us?" } as const;

/** Asks a company to take part in a deal; the id of the participation. */
export async function invited(
  dealId: string,
  changes: Partial<Record<"company" | "role" | "message", string>> = {},
  seller = world.alphaSales,
): Promise<string> {
  const participantId = newId();
  const { version } = await dealRow(dealId);
  done(await does(seller, invitePartner, { dealId, version, participantId, ...asked, ...changes }));
  return participantId;
}

/** A participation as it stands in the database. */
export async function participationRow(id: string): Promise<Record<string, unknown>> {
  const [row] = await sql<Record<string, unknown>>("select * from deal_participant where id = $1", [id]);
  if (!row) throw new Error(`no participation ${id}`);
  return row;
}

/** The days that a participant is protected. */
export function protectionOf(participantId: string): Promise<{ from: string; until: string; role: string }[]> {
  return sql(
    "select lower(period)::text as from, upper(period)::text as until, role from protection where participant_id = $1",
    [participantId],
  );
}
