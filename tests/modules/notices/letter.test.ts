import { describe, expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { dealNoticeRules, participationNoticeRules } from "@/modules/deals/domain/notices";
import type { Params } from "@/modules/notices/domain/params";
import { compose } from "@/modules/notices/mails/compose";
import { messagesIn } from "@/server/languages";

const params: Params = {
  number: "D-26-1184",
  customer: "Isarwerk AG",
  partner: "Kepler Data",
  actor: "Jonas Lindqvist",
  seller: "Priya Raman",
  participant: "Datenwerft Nord",
  lead: "Kepler Data",
  product: "Lakehouse",
  amount: { amount: 18_400_000, currency: "EUR" },
  reason: { key: "deals.reason.not_qualified" },
  due: { at: "2026-11-26T15:00:00.000Z" },
  through: { day: plainDate("2027-02-23") },
  ended: { day: plainDate("2027-02-23") },
  benefit: { basisPoints: 1250 },
};
const person = { name: "Lena Brandt", address: "lena@kepler-data.example", locale: "en", zone: "Europe/Berlin" };
const told = (type: string, because = "owner", changes: Params = {}) => ({
  id: `notice-${type}`,
  subjectId: "deal-1",
  at: new Date("2026-11-25T11:00:00Z"),
  type,
  because,
  params: { ...params, ...changes },
});

function mail(notices: readonly ReturnType<typeof told>[], reader: Partial<typeof person> = {}) {
  return compose({
    id: "mail-1",
    person: { ...person, ...reader },
    notices,
    vendor: "Northwind Systems",
    shows: (type) => dealNoticeRules[type]?.shows ?? [],
    base: "https://partners.example.com",
    token: "mail-1.signature",
    given: [],
  });
}

describe("a mail about one thing", () => {
  const approved = mail([told("deal.approved", "owner", { quote: "Good preparation.\nSend me the minutes." })]);

  test("says it in the subject, and as HTML and plain text alike: what, who wrote what, the facts, where to, and why", () => {
    expect(approved.subject).toBe("Isarwerk AG is approved");
    for (const part of [approved.html, approved.text]) {
      for (const words of ["Jonas Lindqvist approved", "Good preparation.", "Send me the minutes."])
        expect(part).toContain(words);
      for (const words of ["D-26-1184", "€184,000", "23\u00a0Feb\u00a02027", "12.5%"]) expect(part).toContain(words);
      expect(part).toContain("https://partners.example.com/inbox/notice-deal.approved");
      expect(part).toContain("You get this because it is your registration.");
    }
    expect(approved.text).not.toMatch(/<[a-z]/);
  });

  test("can be stopped with one click, by a machine and by its reader", () => {
    expect(approved.headers).toMatchObject({
      "List-Unsubscribe": "<https://partners.example.com/unsubscribe/mail-1.signature>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(approved.html).toContain("https://partners.example.com/unsubscribe?token=mail-1.signature");
    expect(approved.text).toContain("https://partners.example.com/unsubscribe?token=mail-1.signature");
  });

  test("has the same Message-ID in every try, and belongs to the conversation about its deal", () => {
    expect(mail([told("deal.approved")]).messageId).toBe("<mail-1@partners.example.com>");
    expect(approved.headers.References).toBe("<deal-1@partners.example.com>");
  });

  test("knows dark and light, needs no picture and runs no script", () => {
    expect(approved.html).toContain("prefers-color-scheme:dark");
    expect(approved.html).not.toMatch(/<(img|script|link|iframe)\b/i);
    expect(approved.html).not.toContain("url(");
  });

  test("speaks of moments in the zone of its reader", () => {
    const waiting = [told("deal.sentToReview", "reviewer")];
    expect(mail(waiting).text).toContain("Due: Thu\u00a026\u00a0Nov, 16:00\u00a0CET");
    expect(mail(waiting, { zone: "America/New_York" }).text).toContain("Due: Thu\u00a026\u00a0Nov, 10:00");
  });

  test("leaves out a fact that is not there", () => {
    const { reason: _, ...rest } = params;
    const text = mail([{ ...told("deal.rejected"), params: rest }]).text;
    expect(text).not.toContain("Reason");
    expect(text).toContain("Number: D-26-1184");
  });
});

describe("what somebody typed", () => {
  const hostile = "<b>Evil & Sons</b>\r\nBcc: everybody@example.com";
  const evil = mail([told("deal.approved", "owner", { customer: hostile, quote: `"><script>alert(1)</script>` })]);

  test("is no HTML", () => {
    expect(evil.html).not.toContain("<b>Evil");
    expect(evil.html).not.toContain("<script");
    expect(evil.html).toContain("&lt;script&gt;");
  });

  test("is one line in the subject", () => {
    expect(evil.subject).toBe("<b>Evil & Sons</b> Bcc: everybody@example.com is approved");
    expect(evil.subject).not.toMatch(/[\r\n]/);
  });
});

describe("a digest", () => {
  const digest = mail([told("deal.approved", "admin"), told("deal.rejected", "admin")]);

  test("counts, tells each thing with its own link and reason, and leads to the inbox", () => {
    expect(digest.subject).toBe("2 things happened");
    for (const part of [digest.html, digest.text]) {
      for (const words of [
        "Isarwerk AG is approved",
        "Isarwerk AG is not approved",
        "because you are an admin of Kepler",
      ])
        expect(part).toContain(words);
      expect(part).toContain("/inbox/notice-deal.approved");
      expect(part).toContain("/inbox/notice-deal.rejected");
      expect(part).toContain("Open your inbox");
    }
    expect(digest.headers.References).toBeUndefined();
  });
});

describe("the words", () => {
  const everything = Object.entries({ ...dealNoticeRules, ...participationNoticeRules }).flatMap(([type, { tells }]) =>
    tells.map(({ who }) => [type, who] as const),
  );
  test.each(everything)("%s has words for the %s", (type, because) => {
    // A missing message or parameter throws.
    const { subject, text } = mail([told(type, because)]);
    expect(subject).not.toContain("{");
    expect(text).toContain("You get this because");
  });

  test("there are none for what nobody is told of", () => {
    const { deal } = messagesIn("en").notices as { deal: Record<string, unknown> };
    const types = Object.keys(deal).filter((key) => key !== "because" && key !== "role");
    expect(types.map((type) => `deal.${type}`).sort()).toEqual(Object.keys(dealNoticeRules).sort());
  });

  test("are those of the reader's language, where days are written its way", () => {
    const german = mail([told("deal.approved")], { locale: "de" });
    expect(german.html).toContain('<html lang="de" dir="ltr">');
    expect(german.text).toContain("23.\u00a0Feb.\u00a02027");
    expect(german.text).toContain("184.000\u00a0€");
  });
});
