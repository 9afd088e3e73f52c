import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { dealNotices } from "@/modules/deals/reactions";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { tellPeople } from "@/modules/notices/reactions";
import { sendMails } from "@/modules/notices/schedule";
import { openNotice } from "@/modules/notices/use-cases/open-notice";
import { savePreferences } from "@/modules/notices/use-cases/save-preferences";
import { stopMails } from "@/modules/notices/use-cases/stop-mails";
import { deliverEvents } from "@/server/deliveries";
import { newId } from "@/server/ids";
import { smtpTransport } from "@/server/mail";
import { signed } from "@/server/signature";
import { execute } from "@/server/use-case";
import { dealRow, does, done, submitted } from "../../support/deals";
import { type SmtpServer, startSmtp } from "../../support/smtp";
import { noon, seedWorld, sql, world } from "../../support/world";

const { alphaSales, alphaAdmin, manager } = world;
const sources = [dealNotices];
const minutes = (count: number, from = noon) => new Date(from.getTime() + count * 60_000);

type MailLine = {
  id: string;
  state: string;
  attempts: number;
  form: string;
  due_at: Date;
  error: string | null;
  message_id: string | null;
  html: string | null;
  name: string;
};
const mails = () => sql<MailLine>("select m.*, p.name from mail m join person p on p.id = m.person_id order by m.id");
const mailOf = async (actor: PersonActor) => {
  const found = (await mails()).find(({ name }) => name === actor.name);
  if (!found) throw new Error(`${actor.name} has no mail`);
  return found;
};
const states = async () => (await mails()).map(({ name, form, state }) => `${name}: ${form} ${state}`);

let turn = 0;
/** A decision of the manager about a registration of a seller of alpha, told at noon unless at another moment. */
async function decided(now = noon): Promise<string> {
  turn += 1;
  const customer = { name: `Mailed ${turn} GmbH`, website: `mailed-${turn}.de`, country: "DE" };
  const { dealId } = await submitted(alphaSales, { customer, amount: { amount: "200000", currency: "EUR" } }, now);
  const { version } = await dealRow(dealId);
  await sql("update event_delivery set state = 'delivered', ended_at = now() where state = 'waiting'");
  done(await does(manager, approveDeal, { dealId, version, note: "Good luck." }, now));
  await deliverEvents([tellPeople(sources)], minutes(1, now));
  return dealId;
}

const choose = (actor: PersonActor, kinds: object, hours: object = {}) =>
  does(actor, savePreferences, { kinds, quietFrom: "", quietUntil: "", digestAt: "08:00", ...hours });

let smtp: SmtpServer;
const through = (server: SmtpServer, lease?: number) =>
  sendMails({ sources, smtp: smtpTransport(server.url, "Northwind <partners@northwind.example>"), lease });

beforeAll(async () => {
  await seedWorld();
});
beforeEach(async () => {
  smtp = await startSmtp();
  await sql("delete from notice");
  await sql("delete from mail");
  await sql("delete from notice_preference");
  await sql("delete from notice_hours");
});
afterEach(async () => {
  await smtp.close();
});

describe("through a mail server", () => {
  test("the owner is written to at once, the admin once a day", async () => {
    await decided();
    expect(await states()).toEqual(["Sam Alpha: single queued", "Ada Alpha: digest queued"]);
    expect(await through(smtp)(minutes(2))).toBe(1);
    expect(smtp.received).toMatchObject([{ to: "sam.alpha@test.example" }]);
    const [mail] = smtp.received;
    expect(mail?.subject).toMatch(/^Mailed \d+ GmbH is approved$/);
    expect(mail?.messageId).toBe((await mailOf(alphaSales)).message_id);
    expect(mail?.raw).toMatch(/^From: Northwind <partners@northwind\.example>/m);
    expect(mail?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    expect(mail?.raw).toContain("multipart/alternative");
    expect((await mailOf(alphaAdmin)).due_at).toEqual(new Date("2026-11-26T07:00:00Z"));
  });

  test("a digest takes everything up to its hour into one mail, but for what was read meanwhile", async () => {
    for (let count = 0; count < 3; count += 1) await decided();
    const read = await sql<{ id: string }>("select id from notice where person_id = $1 limit 1", [alphaAdmin.personId]);
    done(await does(alphaAdmin, openNotice, { noticeId: read[0]?.id }));
    await through(smtp)(new Date("2026-11-26T07:00:01Z"));
    const digest = smtp.received.filter(({ to }) => to === "ada.alpha@test.example");
    expect(digest.map(({ subject }) => subject)).toEqual(["2 things happened"]);
  });

  test("a digest that was read to the end is not sent", async () => {
    await decided();
    await sql("update notice set read_at = now() where person_id = $1", [alphaAdmin.personId]);
    await through(smtp)(new Date("2026-11-26T07:00:01Z"));
    expect((await mailOf(alphaAdmin)).state).toBe("skipped");
    expect(smtp.received.map(({ to }) => to)).toEqual(["sam.alpha@test.example"]);
  });

  test("a server that does not answer is asked again later, with the same mail", async () => {
    await smtp.close();
    await decided();
    await through(smtp)(minutes(2));
    const first = await mailOf(alphaSales);
    expect(first).toMatchObject({ state: "queued", attempts: 1, due_at: minutes(3) });
    smtp = await startSmtp();
    // What changes meanwhile does not make it another mail.
    await sql("update installation set vendor_name = 'Renamed Systems'");
    await through(smtp)(minutes(2.5));
    expect(smtp.received).toEqual([]);
    await through(smtp)(minutes(3));
    expect(smtp.received.map(({ messageId }) => messageId)).toEqual([first.message_id]);
    expect(await mailOf(alphaSales)).toMatchObject({ state: "sent", attempts: 2, html: first.html });
  });

  test("an address that is refused for good is not tried again, and keeps nobody else waiting", async () => {
    await smtp.close();
    smtp = await startSmtp({ onRecipient: (to) => (to.startsWith("sam") ? "550 no such user" : undefined) });
    await decided();
    await through(smtp)(new Date("2026-11-26T07:00:01Z"));
    expect(await mailOf(alphaSales)).toMatchObject({ state: "failed", attempts: 1 });
    expect((await mailOf(alphaSales)).error).toContain("550");
    expect((await mailOf(alphaAdmin)).state).toBe("sent");
  });

  test("two workers send each mail once", async () => {
    for (let count = 0; count < 5; count += 1) await decided();
    const now = new Date("2026-11-26T07:00:01Z");
    await Promise.all([through(smtp)(now), through(smtp)(now), through(smtp)(now)]);
    const ids = smtp.received.map(({ messageId }) => messageId);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });

  test("without a server mail waits, and nothing is lost", async () => {
    await decided();
    expect(await sendMails({ sources, smtp: null })(minutes(2))).toBe(0);
    expect((await mailOf(alphaSales)).state).toBe("queued");
    await through(smtp)(minutes(2));
    expect((await mailOf(alphaSales)).state).toBe("sent");
  });

  test("somebody who left is not written to", async () => {
    await decided();
    await sql("update person set disabled_at = now() where id = $1", [alphaSales.personId]);
    await through(smtp)(minutes(2));
    await sql("update person set disabled_at = null where id = $1", [alphaSales.personId]);
    expect(smtp.received).toEqual([]);
    expect((await mailOf(alphaSales)).state).toBe("skipped");
  });

  test("who may not see the registration any more is not written to of it", async () => {
    const dealId = await decided();
    await sql("update deal set owner_id = $2 where id = $1", [dealId, world.alphaOther.personId]);
    await through(smtp)(minutes(2));
    expect(smtp.received).toEqual([]);
    expect((await mailOf(alphaSales)).state).toBe("skipped");
  });
});

describe("what people choose", () => {
  test("not by mail, and not in the inbox: neither", async () => {
    done(await choose(alphaSales, { "deal/decision": { inbox: "no", mail: "off" } }));
    await decided();
    expect(await sql("select 1 from notice where person_id = $1", [alphaSales.personId])).toEqual([]);
    expect(await states()).toEqual(["Ada Alpha: digest queued"]);
  });

  test("by mail only: it is not in the inbox", async () => {
    done(await choose(alphaSales, { "deal/decision": { inbox: "no", mail: "at_once" } }));
    await decided();
    const [notice] = await sql("select listed from notice where person_id = $1", [alphaSales.personId]);
    expect(notice).toEqual({ listed: false });
    expect(await states()).toContain("Sam Alpha: single queued");
  });

  test("quiet hours, in the zone of the reader: what comes in them comes together when they end", async () => {
    const night = { quietFrom: "20:00", quietUntil: "07:00" };
    done(await choose(alphaSales, {}, night));
    const evening = new Date("2026-11-25T19:30:00Z");
    await decided(evening);
    await decided(minutes(30, evening));
    expect((await mailOf(alphaSales)).due_at).toEqual(new Date("2026-11-26T06:00:00Z"));
    await through(smtp)(minutes(45, evening));
    expect(smtp.received).toEqual([]);
    await through(smtp)(new Date("2026-11-26T06:00:00Z"));
    expect(smtp.received.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
      "sam.alpha@test.example: 2 things happened",
    ]);
  });

  test.each([
    [{ quietFrom: "20:00" }, { quietUntil: "notices.errors.bothTimes" }],
    [{ quietFrom: "08:00", quietUntil: "08:00" }, { quietUntil: "notices.errors.sameTimes" }],
    [{ digestAt: "25:00" }, { digestAt: "notices.errors.time" }],
  ])("hours that do not exist are refused at their field: %j", async (hours, fields) => {
    expect(await choose(alphaSales, {}, hours)).toEqual({ ok: false, failure: { code: "invalid", fields } });
  });
});

describe("one click under a mail", () => {
  const click = (token: string) =>
    execute(stopMails, { kind: "system", cause: "link" }, { token }, { now: noon, newId });

  test("stops mails like it for its reader, and for nobody else; the inbox goes on; a second click changes nothing", async () => {
    await decided();
    const { id } = await mailOf(alphaSales);
    for (let count = 0; count < 2; count += 1)
      expect(done(await click(signed("unsubscribe", id)))).toEqual({ kinds: ["deal.decision"] });
    await decided();
    const after = await sql("select name, inbox, mail from notice_preference n join person p on p.id = n.person_id");
    expect(after).toEqual([{ name: "Sam Alpha", inbox: true, mail: "off" }]);
    expect((await mails()).filter(({ name }) => name === "Sam Alpha")).toHaveLength(1);
    expect(await sql("select 1 from notice where person_id = $1", [alphaSales.personId])).toHaveLength(2);
  });

  test("needs the signature that was in the mail", async () => {
    await decided();
    const { id } = await mailOf(alphaSales);
    for (const token of [
      "",
      id,
      `${id}.`,
      signed("another purpose", id),
      `${newId()}.${signed("unsubscribe", id).split(".")[1]}`,
    ])
      expect(await click(token)).toEqual({ ok: false, failure: { code: "not_found", entity: "mail" } });
    expect(await sql("select 1 from notice_preference")).toEqual([]);
  });
});
