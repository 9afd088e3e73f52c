import { describe, expect, test } from "vitest";
import { type Contact, contactCard, contactTopics } from "@/modules/partners/domain/contact-card";

const someone = (id: string): Contact => ({ id, name: id, title: "", email: `${id}@vendor.example`, phone: "" });
const [jonas, amira, ines, priya] = ["jonas", "amira", "ines", "priya"].map(someone);
if (!jonas || !amira || !ines || !priya) throw new Error("nobody there");
const usual = contactTopics.map((topic) => ({ topic, person: ines, backup: priya }));
const line = (card: ReturnType<typeof contactCard>, topic: string) => card.find((each) => each.topic === topic);

describe("[LIFE-08] the contact card of a partner", () => {
  test("names somebody and a backup for every topic, as the program does", () => {
    const card = contactCard({ own: [], usual, manager: jonas, cover: null });
    expect(card.map(({ topic }) => topic)).toEqual([...contactTopics]);
    for (const { person, backup } of card) expect([person.id, backup?.id]).not.toContain(undefined);
  });

  test.each([
    ["the channel manager for sales", { own: [], cover: null }, "sales", "jonas", "ines"],
    ["who stands in as their backup", { own: [], cover: amira }, "sales", "jonas", "amira"],
    [
      "the own choice before the usual",
      { own: [{ topic: "finance", person: amira, backup: jonas }], cover: null },
      "finance",
      "amira",
      "jonas",
    ],
    [
      "the own choice before the manager",
      { own: [{ topic: "sales", person: amira, backup: null }], cover: null },
      "sales",
      "amira",
      undefined,
    ],
    [
      "the usual one where the own choice was emptied",
      { own: [{ topic: "finance", person: null, backup: null }], cover: null },
      "finance",
      "ines",
      "priya",
    ],
  ])("names %s", (_what, given, topic, person, backup) => {
    const card = contactCard({ usual, manager: jonas, ...given });
    expect([line(card, topic)?.person.id, line(card, topic)?.backup?.id]).toEqual([person, backup]);
  });

  test("leaves out a topic nobody is named for, and nobody is their own backup", () => {
    const card = contactCard({
      own: [],
      usual: [{ topic: "sales", person: jonas, backup: null }],
      manager: jonas,
      cover: null,
    });
    expect(card).toEqual([{ topic: "sales", person: jonas, backup: null, isOwn: false }]);
  });
});
