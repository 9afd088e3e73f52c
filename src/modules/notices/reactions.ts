import type { HappenedEvent, Reaction } from "@/server/deliveries";
import { type Hours, planMail } from "./domain/hours";
import { type Concerned, mayBeTold, type NoticeKind, type NoticeRule, recipientsOf } from "./domain/notice";
import type { Params } from "./domain/params";
import { queueMail } from "./repository/mails";
import { insertNotice } from "./repository/notices";
import { type Addressee, addressees } from "./repository/people";

/** What a module declares so that people are told of its events; the words stand in the message files, by the type of the event. */
export type NoticeSource = {
  readonly kinds: readonly NoticeKind[];
  readonly rules: Readonly<Record<string, NoticeRule>>;
  /** Who is concerned by an event, by relation, and what the words need; null where it is no news. */
  readonly tell: (
    context: Pick<Parameters<Reaction>[0], "tx" | "now">,
    event: HappenedEvent,
  ) => Promise<{ readonly concerned: Concerned; readonly params: Params } | null>;
};

/** How somebody wants to be told of a kind: what they said, else what is usual. */
function choiceOf(person: Addressee, kindId: string, kinds: readonly NoticeKind[]) {
  const usual = { inbox: true, mail: kinds.find(({ id }) => id === kindId)?.mail ?? ("at_once" as const) };
  return person.choices.get(kindId) ?? usual;
}

/** Tells everybody whom an event concerns, in the inbox and by mail, as each of them wants it. */
export function tellPeople(sources: readonly NoticeSource[]): Reaction {
  return async (context, event) => {
    for (const source of sources) {
      const rule = source.rules[event.type];
      const told = rule && (await source.tell(context, event));
      if (!told) continue;
      const recipients = recipientsOf(rule, told.concerned, event.actorId);
      const people = await addressees(
        context.tx,
        recipients.map(({ personId }) => personId),
      );
      for (const { personId, because, kind } of recipients) {
        const person = people.get(personId);
        if (!person || !mayBeTold(event, person)) continue;
        const { inbox, mail } = choiceOf(person, kind, source.kinds);
        const mailId = await plannedMail(context, person, mail, person.hours);
        if (!inbox && mailId === null) continue;
        const { id: eventId, type, subjectKind, subjectId, at } = event;
        const about = { eventId, type, subjectKind, subjectId, at, params: told.params };
        const to = { personId, partnerId: person.partnerId, because, kind, listed: inbox, mailId };
        await insertNotice(context.tx, { id: context.newId(), ...about, ...to });
      }
    }
  };
}

async function plannedMail(
  { tx, now, newId }: Parameters<Reaction>[0],
  person: Addressee,
  choice: Parameters<typeof planMail>[0],
  hours: Hours,
): Promise<string | null> {
  const plan = planMail(choice, hours, person.zone, now);
  return plan && queueMail(tx, { id: newId(), personId: person.id, ...plan, createdAt: now });
}
