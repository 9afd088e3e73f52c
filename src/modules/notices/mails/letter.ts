import { formatDayTime } from "@/ui/format/format";
import type { Params } from "../domain/params";
import { noticeWords, type Reading, spokenParams, type Told } from "../ui/notice-words";

/** A notice as a mail tells of it. */
export type ToldNotice = Told & { readonly id: string; readonly subjectId: string; readonly at: Date };

/** One thing a mail tells. */
export type LetterItem = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly quote: { readonly text: string; readonly by: string } | null;
  /** When it happened, in the zone of the reader. */
  readonly when: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly why: string;
  readonly href: string;
};

/** A mail in words, before it is dressed as HTML or plain text. */
export type Letter = {
  readonly subject: string;
  readonly title: string;
  /** What a list of mails shows after the subject. */
  readonly preview: string;
  readonly items: readonly LetterItem[];
  readonly action: { readonly label: string; readonly href: string };
  /** Why the reader gets it. */
  readonly why: string;
  /** Where the reader says what to be told of; nobody chooses to be sent a link. */
  readonly choices: readonly { readonly label: string; readonly href: string }[];
  readonly sender: string;
};

export type LetterLinks = {
  /** The address of the product. */
  readonly base: string;
  readonly unsubscribe: string;
};

type Shows = (type: string) => readonly string[];

// Who sends a subject with a line break in it could add headers of their own.
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function itemOf(notice: ToldNotice, reading: Reading, shows: Shows, links: LetterLinks): LetterItem {
  const words = noticeWords(notice, reading);
  const facts = shows(notice.type).flatMap((name) => {
    const value = words.values[name];
    return value === undefined ? [] : [{ label: reading.say(`notices.facts.${name}`), value: String(value) }];
  });
  const { title, text, why } = words;
  return {
    id: notice.id,
    title,
    text,
    why,
    quote: words.quote === null ? null : { text: words.quote, by: String(words.values.actor ?? "") },
    when: formatDayTime(notice.at, reading.locale, reading.zone, { zoneName: true }),
    facts,
    href: `${links.base}/inbox/${notice.id}`,
  };
}

/** What opens what a mail is about, where its kind has words of its own. */
function openKey([first]: readonly ToldNotice[], say: Reading["say"]): string {
  const own = `notices.${first?.type.split(".")[0]}.open`;
  return say.has(own) ? own : "notices.mail.open";
}

/** What a mail about these notices says: one about one thing, or a digest of several. */
export function letter(
  notices: readonly ToldNotice[],
  reading: Reading,
  given: { vendor: string; shows: Shows; links: LetterLinks },
): Letter {
  const { say } = reading;
  const { vendor, shows, links } = given;
  const items = notices.map((notice) => itemOf(notice, reading, shows, links));
  const [first] = items;
  if (!first) throw new Error("a mail that says nothing");
  const around = {
    items,
    choices: [
      { label: say("notices.mail.settings"), href: `${links.base}/inbox/settings` },
      { label: say("notices.mail.unsubscribe"), href: links.unsubscribe },
    ],
    sender: say("notices.mail.sender", { vendor }),
  };
  if (items.length === 1) {
    const action = { label: say(openKey(notices, say)), href: first.href };
    const title = oneLine(first.title);
    return { ...around, subject: title, title, preview: oneLine(first.text), action, why: first.why };
  }
  const title = oneLine(say("notices.mail.digestTitle", { count: items.length }));
  return {
    ...around,
    subject: title,
    title,
    preview: oneLine(items.map((item) => item.title).join(" · ")),
    action: { label: say("notices.mail.openInbox"), href: `${links.base}/inbox` },
    why: say("notices.mail.digestWhy"),
  };
}

/** What a mail with a link says: what it is about, one button, and until when it opens. */
export function linkLetter(
  { purpose, params, href }: { purpose: string; params: Params; href: string },
  reading: Reading,
  vendor: string,
): Letter {
  const { say } = reading;
  const values = { ...spokenParams(params, reading), vendor };
  const words = (part: string) => oneLine(say(`notices.links.${purpose}.${part}`, values));
  const title = words("title");
  const text = words("text");
  const item = { id: href, title, text, quote: null, when: "", facts: [], why: "", href };
  return {
    subject: title,
    title,
    preview: text,
    items: [item],
    action: { label: words("action"), href },
    why: words("why"),
    choices: [],
    sender: say("notices.mail.sender", { vendor }),
  };
}

/** A mail as plain text, for who reads it so. */
export function letterAsText({ title, items, action, why, choices, sender }: Letter): string {
  const alone = items.length === 1;
  const body = items.flatMap((item) => [
    ...(alone ? [] : [item.title]),
    item.text,
    ...(item.quote ? ["", `> ${item.quote.text.replaceAll("\n", "\n> ")}`, `> ${item.quote.by}`, ""] : []),
    ...(item.facts.length > 0 && alone ? [...item.facts.map(({ label, value }) => `${label}: ${value}`)] : []),
    ...(alone ? [] : [`${item.when}. ${item.why}`, item.href]),
    "",
  ]);
  return [
    title,
    "=".repeat(Math.min(title.length, 72)),
    "",
    ...body,
    `${action.label}: ${action.href}`,
    "",
    "-- ",
    why,
    ...choices.map(({ label, href }) => `${label}: ${href}`),
    sender,
    "",
  ].join("\n");
}
