/** What a partner turns to somebody for. */
export const contactTopics = ["sales", "technical", "marketing", "finance", "escalation"] as const;
export type ContactTopic = (typeof contactTopics)[number];

/** Somebody a partner can turn to. */
export type Contact = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
};
type Choice = { readonly topic: string; readonly person: Contact | null; readonly backup: Contact | null };

export type CardLine = {
  readonly topic: ContactTopic;
  readonly person: Contact;
  /** Who is there where that one is not. */
  readonly backup: Contact | null;
  /** Chosen for this partner; else the usual choice of the program. */
  readonly isOwn: boolean;
};

type Given = {
  readonly own: readonly Choice[];
  readonly usual: readonly Choice[];
  readonly manager: Contact | null;
  /** Who stands in for the manager today. */
  readonly cover: Contact | null;
};

/**
 * The contact card of a partner: its own choice by topic, else the usual one of the program. For sales that is the channel manager,
 * with who stands in as backup. A topic nobody is named for is left out.
 */
export function contactCard({ own, usual, manager, cover }: Given): CardLine[] {
  return contactTopics.flatMap((topic): CardLine[] => {
    const chosen = own.find((choice) => choice.topic === topic && choice.person !== null);
    const standard = usual.find((choice) => choice.topic === topic);
    const choice =
      topic === "sales" && !chosen && manager
        ? { person: manager, backup: cover ?? standard?.person }
        : (chosen ?? standard);
    if (!choice?.person) return [];
    const backup = choice.backup && choice.backup.id !== choice.person.id ? choice.backup : null;
    return [{ topic, person: choice.person, backup, isOwn: chosen !== undefined }];
  });
}

type Chosen = Readonly<Record<ContactTopic, { readonly personId: string; readonly backupId: string }>>;

/** What a form chose by topic: an empty choice names nobody. With all who are named, and the topics somebody is named for. */
export function chosenContacts(chosen: Chosen) {
  const choices = contactTopics.map((topic) => ({
    topic,
    personId: chosen[topic].personId || null,
    backupId: chosen[topic].backupId || null,
  }));
  const named = choices.flatMap(({ personId, backupId }) => [personId, backupId]).filter((id) => id !== null);
  const topics = choices.flatMap(({ topic, personId }) => (personId ? [topic] : [])).join(" ");
  return { choices, named, topics };
}
