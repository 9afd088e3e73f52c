import type { Permission } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import type { Result } from "@/kernel/result";
import { contactTopics } from "@/modules/partners/domain/contact-card";
import { lookAtPartner } from "@/modules/partners/use-cases/look-at-partner";
import { saveContacts } from "@/modules/partners/use-cases/save-contacts";
import { changeRoles } from "@/modules/people/use-cases/change-roles";
import { disablePerson } from "@/modules/people/use-cases/disable-person";
import { enablePerson } from "@/modules/people/use-cases/enable-person";
import { invite } from "@/modules/people/use-cases/invite";
import { resendInvitation } from "@/modules/people/use-cases/resend-invitation";
import { resetSecondFactor } from "@/modules/people/use-cases/reset-second-factor";
import { withdrawInvitation } from "@/modules/people/use-cases/withdraw-invitation";
import { newId } from "@/server/ids";
import { execute, type UseCase } from "@/server/use-case";
import { does } from "./deals";
import { noon, sql } from "./world";

/** What a verb on people is about, in one organisation. */
export type PeopleReference = {
  readonly partnerId: string;
  readonly personId: string;
  readonly disabledId: string;
  readonly invitationId: string;
};

/** A use case that acts on the people of one partner. */
export type PeopleVerb = {
  readonly name: string;
  readonly permission: Permission;
  readonly entity: "partner" | "person" | "invitation";
  attempt(actor: PersonActor, reference: PeopleReference, words: string): Promise<Result<unknown>>;
};

function verb<Input, Value>(
  useCase: UseCase<Input, Value>,
  entity: PeopleVerb["entity"],
  input: (reference: PeopleReference, words: string) => object,
): PeopleVerb {
  const { name, permission } = useCase;
  return {
    name,
    permission,
    entity,
    attempt: (actor, reference, words) => does(actor, useCase, input(reference, words)),
  };
}

const roles = ["partner_marketing"];

/** Every verb a browser can call on the people of an organisation, by the name of its use case. */
export const peopleVerbs: readonly PeopleVerb[] = [
  verb(invite, "partner", ({ partnerId }, words) => ({
    partnerId,
    email: `${words.toLowerCase()}@example.com`,
    name: words,
    title: words,
    roles,
    regionId: "",
  })),
  verb(resendInvitation, "invitation", ({ invitationId }) => ({ invitationId })),
  verb(withdrawInvitation, "invitation", ({ invitationId }) => ({ invitationId })),
  verb(changeRoles, "person", ({ personId }) => ({ personId, roles, regionId: "" })),
  {
    ...verb(resetSecondFactor, "person", ({ personId }) => ({ personId })),
    // There has to be one to take away, of somebody there is.
    async attempt(actor, { personId }) {
      await sql(
        `insert into identity.second_factor (person_id, secret, created_at, confirmed_at)
         select id, 'sealed', $2::timestamptz, $2::timestamptz from person where id = $1
         on conflict (person_id) do nothing`,
        [personId, noon],
      );
      return does(actor, resetSecondFactor, { personId });
    },
  },
  verb(disablePerson, "person", ({ personId }) => ({ personId })),
  verb(enablePerson, "person", ({ disabledId }) => ({ personId: disabledId })),
];

const noContacts = Object.fromEntries(contactTopics.map((topic) => [topic, { personId: "", backupId: "" }]));

/** What the vendor's people do about one partner as a whole. */
export const partnerVerbs: readonly PeopleVerb[] = [
  verb(saveContacts, "partner", ({ partnerId }) => ({ partnerId, contacts: noContacts })),
  {
    ...verb(lookAtPartner, "partner", ({ partnerId }) => ({ partnerId })),
    // Looking needs a session that remembers it.
    async attempt(actor, { partnerId }) {
      const id = newId();
      await sql(
        `insert into identity.session (id, person_id, created_at, last_seen_at, expires_at)
         values ($1, $2, $3, $3, $3::timestamptz + interval '1 hour')`,
        [id, actor.personId, noon],
      );
      const session = { id, provedAt: noon };
      return execute(lookAtPartner, actor, { partnerId }, { now: noon, newId, session });
    },
  },
];
