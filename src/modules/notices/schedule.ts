import type { SystemActor } from "@/kernel/actor";
import { type Tx, withActor } from "@/server/db";
import { env } from "@/server/env";
import { installation } from "@/server/exchange";
import { givenWordsIn } from "@/server/given-words";
import { log } from "@/server/log";
import { longestSend, type MailTransport, type OutgoingMail, type Sending } from "@/server/mail";
import { signed } from "@/server/signature";
import { compose, composeLink } from "./mails/compose";
import { type Link, type LinkSource, sealed } from "./mails/link";
import type { NoticeSource } from "./reactions";
import { knownLocale, letterOf } from "./repository/letters";
import {
  claimMail,
  composedMail,
  type DueMail,
  dueMails,
  type MailState,
  mailStanding,
  saveComposed,
  settleMail,
} from "./repository/mails";

const actor: SystemActor = { kind: "system", cause: "worker" };
const batch = 50;
const minute = 60_000;
const remindEvery = 60 * minute;

/** How long to wait after each try that the other side did not take, in minutes; after the last one the mail has failed. */
const pauses = [1, 5, 15, 60, 240, 720, 1440];

/** What a mail becomes after a try. */
export function stateAfter(sending: Sending, attempts: number, now: Date): MailState {
  if (sending.outcome === "sent") return { state: "sent", sentAt: now };
  const pause = pauses[attempts - 1];
  return sending.outcome === "refused" || pause === undefined
    ? { state: "failed", error: sending.why }
    : { state: "queued", dueAt: new Date(now.getTime() + pause * minute), error: sending.why };
}

/** The mail with its link signed, as its reader gets it. */
function opened(mail: OutgoingMail, link: Link | null): OutgoingMail {
  if (!link) return mail;
  const address = signed(link.purpose, link.value);
  const open = (text: string) => text.replaceAll(sealed(link), address);
  return { ...mail, html: open(mail.html), text: open(mail.text) };
}

type Errand = (now: Date, stopping?: AbortSignal) => Promise<number>;

type Postman = {
  readonly sources: readonly NoticeSource[];
  readonly links?: readonly LinkSource[];
  /** Null where no mail server is set. */
  readonly smtp: MailTransport | null;
  /** How long after its claim a mail is taken to be left behind by a worker that died. */
  readonly lease?: number;
};

/**
 * The errand that sends mail that is due; it says how many were due. A mail is claimed and composed in one transaction,
 * sent outside of any, and settled in another. In a demo program nothing leaves the machine: what is composed is in the outbox.
 */
export function sendMails({ sources, links = [], smtp, lease = 5 * longestSend }: Postman): Errand {
  const shows = (type: string) => sources.map(({ rules }) => rules[type]?.shows).find(Boolean) ?? [];
  let reminded = 0;

  /** What a mail says when its turn comes first, with the language it is written in; null where there is nothing to say any more. */
  async function written({ id, link }: DueMail, vendor: string, tx: Tx, now: Date) {
    const base = new URL(env().APP_URL).origin;
    if (link) {
      const source = links.find(({ purpose }) => purpose === link.purpose);
      const found = await source?.read(tx, link.value, now);
      if (!source || !found) return null;
      const to = { ...found.to, locale: knownLocale(found.to.locale) };
      return { mail: composeLink({ ...found, to, id, link, path: source.path, vendor, base }), locale: to.locale };
    }
    const found = await letterOf(tx, actor, id);
    if (!found) return null;
    const token = signed("unsubscribe", id);
    const given = await givenWordsIn(tx);
    return { mail: compose({ ...found, id, vendor, shows, base, token, given }), locale: found.person.locale };
  }

  async function claim(mail: DueMail, vendor: string, keep: boolean, now: Date): Promise<OutgoingMail | null> {
    return withActor(actor, async (tx) => {
      if (!(await claimMail(tx, mail))) return null;
      const attempts = mail.attempts + 1;
      const earlier = await composedMail(tx, mail.id);
      const fresh = earlier ? null : await written(mail, vendor, tx, now);
      const composed = earlier ?? fresh?.mail;
      if (!composed) {
        await settleMail(tx, mail.id, attempts, { state: "skipped" });
        return null;
      }
      if (fresh) await saveComposed(tx, mail.id, keep ? opened(composed, mail.link) : composed, fresh.locale, now);
      const claimed: MailState = keep ? { state: "sent", sentAt: now } : { state: "sending", claimedAt: now };
      await settleMail(tx, mail.id, attempts, claimed);
      return opened(composed, mail.link);
    });
  }

  async function send(mail: DueMail, vendor: string, transport: MailTransport, now: Date): Promise<void> {
    const composed = await claim(mail, vendor, false, now);
    if (!composed) return;
    const sending = await transport.send(composed);
    const state = stateAfter(sending, mail.attempts + 1, now);
    if (sending.outcome !== "sent") log.warn({ mail: mail.id, why: sending.why }, `a mail is ${state.state}`);
    await withActor(actor, (tx) => settleMail(tx, mail.id, mail.attempts + 1, state));
  }

  /** A mail that cannot be dealt with keeps none of the others waiting. */
  async function putOff(mail: DueMail, error: unknown, now: Date): Promise<void> {
    log.error({ err: error, mail: mail.id }, "a mail could not be dealt with");
    const why = error instanceof Error ? error.message : String(error);
    await withActor(actor, async (tx) => {
      if (!(await claimMail(tx, mail))) return;
      const attempts = mail.attempts + 1;
      await settleMail(tx, mail.id, attempts, stateAfter({ outcome: "later", why }, attempts, now));
    });
  }

  async function remind(now: Date): Promise<void> {
    if (now.getTime() - reminded < remindEvery) return;
    reminded = now.getTime();
    const { waiting } = await withActor(actor, mailStanding);
    if (waiting > 0) log.warn({ waiting }, "mail waits, because SMTP_URL is not set");
  }

  return async (now, stopping) => {
    const due = await withActor(actor, (tx) => dueMails(tx, now, new Date(now.getTime() - lease), batch));
    if (due.length === 0) return 0;
    const { demo, vendorName } = await withActor(actor, installation);
    if (!demo && !smtp) {
      await remind(now);
      return 0;
    }
    const begun = performance.now();
    for (const mail of due) {
      // A turn that lasts would claim with a moment long past, and another worker would take it for one that died.
      if (stopping?.aborted || performance.now() - begun > longestSend) break;
      try {
        if (demo) await claim(mail, vendorName, true, now);
        else if (smtp) await send(mail, vendorName, smtp, now);
      } catch (error) {
        await putOff(mail, error, now);
      }
    }
    return due.length;
  };
}
