import { getTranslations } from "next-intl/server";
import { casesWaitingFor } from "@/modules/deals/queries/left-behind";
import { partnersManagedBy } from "@/modules/partners/queries/managed";
import { coversOn } from "@/modules/people/public";
import type { Team } from "@/modules/people/queries/team";
import { territoriesOf } from "@/modules/people/queries/territories";
import { type Consequences, Invitations, TeamList } from "@/modules/people/ui/team";
import { Invite } from "@/modules/people/ui/team-actions";
import type { PageContext } from "@/server/page";
import type { Reader } from "./reader";
import { SpokenByClients } from "./spoken-by-clients";

type Given = Pick<PageContext, "tx"> & { team: Team; reader: Reader };

/** What follows when each of the vendor's people leaves: who takes up what they have to decide, and whom they look after. */
async function consequencesFor({ tx, team, reader }: Given): Promise<Consequences> {
  if (team.partnerId !== null || !team.can.manage) return new Map();
  const t = await getTranslations("people.team.disable");
  const ids = team.people.map(({ id }) => id);
  const cases = await casesWaitingFor(tx, ids);
  const partners = await partnersManagedBy(tx, ids);
  const covers = new Map((await coversOn(tx, reader.today)).map(({ personId, coverId }) => [personId, coverId]));
  const nameOf = (id: string | undefined) => team.people.find((person) => person.id === id)?.name;
  return new Map(
    team.people.map(({ id, name }) => {
      const open = cases.get(id) ?? 0;
      const looksAfter = partners.get(id) ?? 0;
      const cover = nameOf(covers.get(id));
      return [
        id,
        [
          t("text", { name }),
          open > 0 ? (cover ? t("casesToCover", { count: open, cover }) : t("casesToOwner", { count: open })) : "",
          looksAfter > 0 ? t("partners", { count: looksAfter }) : "",
        ]
          .filter(Boolean)
          .join(" "),
      ];
    }),
  );
}

/** The people of an organisation, who is invited to it, and what may be done about each. */
export async function teamSections(given: Given) {
  const { tx, team, reader } = given;
  const territories = team.partnerId === null ? await territoriesOf(tx) : [];
  return (
    <SpokenByClients also="people">
      <TeamList team={team} territories={territories} consequences={await consequencesFor(given)} />
      <Invitations invitations={team.invitations} reading={reader} />
    </SpokenByClients>
  );
}

/** The button that asks somebody to join; null for who may not. */
export async function inviteButton({ tx, team }: Given, organisation: string) {
  if (!team.can.manage) return null;
  const territories = team.partnerId === null ? await territoriesOf(tx) : [];
  return (
    <SpokenByClients also="people">
      <Invite organisation={organisation} partnerId={team.partnerId} roles={team.can.give} territories={territories} />
    </SpokenByClients>
  );
}
