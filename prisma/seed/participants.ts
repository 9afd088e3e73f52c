import type pg from "pg";
import { acceptParticipation } from "@/modules/deals/use-cases/accept-participation";
import { declineParticipation } from "@/modules/deals/use-cases/decline-participation";
import { invitePartner } from "@/modules/deals/use-cases/invite-partner";
import { type Company, companies } from "./companies";
import { idsOf, seedId } from "./ids";
import { act } from "./live";
import { dayAt, workingDaysBefore, workingMoment } from "./moments";
import { partnerOf } from "./partners";
import type { Cast } from "./people";

type Scene = { readonly db: pg.Client; readonly cast: Cast; readonly now: Date };
type Question = { lead: string; company: Company; asked: string; role: string; message: string; daysAgo: number };

/** Partners that work on one deal: some take part, one has not answered yet, one declined. */
export async function tellParticipants({ db, cast, now }: Scene): Promise<void> {
  const live = { newId: idsOf("participants") };
  const day = (before: number, hour: number) => workingMoment(workingDaysBefore(dayAt(now), before), hour, 40);

  const ask = async ({ lead, company, asked, role, message, daysAgo }: Question) => {
    const { rows } = await db.query<{ id: string; version: number }>(
      "select id, version from deal where partner_id = $1 and customer_name = $2 order by created_at desc limit 1",
      [seedId("partner", lead), company.name],
    );
    const [deal] = rows;
    if (!deal) throw new Error(`${lead} has no deal with ${company.name}`);
    const seller = cast.actorOf(partnerOf(lead).people[0]);
    const participantId = live.newId();
    const about = { dealId: deal.id, version: deal.version, participantId };
    await act(live, seller, invitePartner, { ...about, company: asked, role, message }, day(daysAgo, 10));
    return { participantId, admin: cast.actorOf(partnerOf(asked).people[1]) };
  };

  const plant = await ask({
    lead: "Kepler Data",
    company: companies.rheinchem,
    asked: "Datenwerft Nord",
    role: "implementing",
    message: "You know their plant systems. Would you take the implementation? It starts in spring.",
    daysAgo: 6,
  });
  await act(live, plant.admin, acceptParticipation, { participantId: plant.participantId }, day(5, 14));
  const drives = await ask({
    lead: "Alpstein Consulting",
    company: companies.isarwerkService,
    asked: "Kepler Data",
    role: "implementing",
    message: "We sell, you bring the data team. Twelve weeks from January on.",
    daysAgo: 4,
  });
  await act(live, drives.admin, acceptParticipation, { participantId: drives.participantId }, day(3, 9));
  await ask({
    lead: "Rheinblick IT",
    company: companies.stadtwerke,
    asked: "Kepler Data",
    role: "influencing",
    message: "A utility in Brandenburg asks for somebody who knows metering. Could you advise them with us?",
    daysAgo: 2,
  });
  const energy = await ask({
    lead: "Kepler Data",
    company: companies.donau,
    asked: "Rheinblick IT",
    role: "implementing",
    message: "Can your team implement this one before the summer?",
    daysAgo: 7,
  });
  const declined = { participantId: energy.participantId, reason: "no_capacity", note: "Fully booked until August." };
  await act(live, energy.admin, declineParticipation, declined, day(6, 11));
}
