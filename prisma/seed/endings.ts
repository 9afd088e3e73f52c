import type { PersonActor } from "@/kernel/actor";
import { addDays } from "@/kernel/dates";
import { lastDay } from "@/modules/deals/domain/protection";
import { findDeal } from "@/modules/deals/repository";
import { askExtension } from "@/modules/deals/use-cases/ask-extension";
import { askRevocation } from "@/modules/deals/use-cases/ask-revocation";
import { confirmRevocation } from "@/modules/deals/use-cases/confirm-revocation";
import { withActor } from "@/server/db";
import { type Company, companies } from "./companies";
import { act, type Live } from "./live";
import { dayAt, workingDaysBefore, workingMoment } from "./moments";
import { partnerOf } from "./partners";
import type { Cast } from "./people";

/** The newest deal with a customer, as its seller sees it. */
async function dealWith(actor: PersonActor, { name }: Company) {
  return withActor(actor, async (tx) => {
    const { id } = await tx.deal.findFirstOrThrow({ where: { customerName: name }, orderBy: { createdAt: "desc" } });
    const deal = await findDeal(tx, id);
    if (!deal?.protectedUntil) throw new Error(`${name} should be protected`);
    return {
      reference: { dealId: id, version: deal.version },
      protectedThrough: lastDay({ until: deal.protectedUntil }),
    };
  });
}

/** Somebody acted on protections that were running: more time granted and asked for, one revoked, one about to be. */
export async function tellEndings(live: Live, cast: Cast, now: Date): Promise<void> {
  const day = (before: number, hour: number) => workingMoment(workingDaysBefore(dayAt(now), before), hour, 25);
  const rheinblick = partnerOf("Rheinblick IT");
  const datenwerft = partnerOf("Datenwerft Nord");
  const moreTime = async (seller: string, company: Company, days: number, reason: string, note: string, at: Date) => {
    const actor = cast.actorOf(seller);
    const { reference, protectedThrough } = await dealWith(actor, company);
    const through = addDays(protectedThrough, days);
    return act(live, actor, askExtension, { ...reference, through, reason, note }, at);
  };
  const early = await moreTime(
    rheinblick.people[0],
    companies.emsland,
    28,
    "procurement",
    "The offer is with purchasing; the board of the yard meets in three weeks.",
    day(2, 11),
  );
  const later = await moreTime(
    datenwerft.people[0],
    companies.spree,
    45,
    "evaluation",
    "The pilot runs through the harvest and ends two weeks after the protection.",
    day(1, 15),
  );
  if (!early.granted || later.granted) throw new Error("the rules should grant one extension and leave the other");

  const revokes = async (manager: string, company: Company, cause: string, note: string, at: Date) => {
    const actor = cast.actorOf(manager);
    const { reference } = await dealWith(actor, company);
    await act(live, actor, askRevocation, { ...reference, cause, note }, at);
    return reference;
  };
  const revoked = await revokes(
    rheinblick.manager,
    companies.saar,
    "no_activity",
    "The customer has not been contacted since the registration, and asked us why.",
    day(4, 10),
  );
  await act(live, cast.actorOf("Ines Carvalho"), confirmRevocation, revoked, day(3, 14));
  await revokes(
    datenwerft.manager,
    companies.eifel,
    "customer_request",
    "The customer wants to be served by a partner nearby.",
    day(1, 16),
  );
}
