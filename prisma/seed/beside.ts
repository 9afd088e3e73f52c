import { createHash } from "node:crypto";
import type pg from "pg";
import { addDays } from "@/kernel/dates";
import { logContact } from "@/modules/partners/use-cases/log-contact";
import type { RecordKind } from "@/modules/records/domain/record";
import { addComment } from "@/modules/records/use-cases/add-comment";
import { addFile } from "@/modules/records/use-cases/add-file";
import { addTask } from "@/modules/records/use-cases/add-task";
import { setTaskDone } from "@/modules/records/use-cases/set-task-done";
import { fileStore, receive } from "@/server/files";
import { companies } from "./companies";
import { idsOf, seedId } from "./ids";
import { insert } from "./insert";
import { act, type Live } from "./live";
import { dayAt, workingDaysBefore, workingMoment } from "./moments";
import { partnerOf, seedPartners } from "./partners";
import type { Cast } from "./people";

type Scene = { readonly db: pg.Client; readonly cast: Cast; readonly now: Date };
type Telling = Scene & { readonly live: Live; readonly minutesAgo: (minutes: number) => Date };
type Subject = { readonly subjectKind: RecordKind; readonly subjectId: string };

/** What people wrote, planned and kept beside records of the demo, and when they last spoke with partners. */
export async function tellBeside(scene: Scene): Promise<void> {
  const minutesAgo = (minutes: number) => new Date(scene.now.getTime() - minutes * 60_000);
  const telling = { ...scene, live: { newId: idsOf("beside") }, minutesAgo };
  await seedLocations(scene.db);
  await tellContacts(telling);
  await tellReview(telling);
  await tellPartner(telling);
}

async function dealOf(db: pg.Client, trading: string, customer: string): Promise<Subject> {
  const { rows } = await db.query<{ id: string }>(
    "select id from deal where partner_id = $1 and customer_name = $2 order by created_at desc limit 1",
    [seedId("partner", trading), customer],
  );
  if (!rows[0]) throw new Error(`${trading} has no deal with ${customer}`);
  return { subjectKind: "deal", subjectId: rows[0].id };
}

/** A registration in review with everything beside it that there can be. */
async function tellReview({ db, cast, live, now, minutesAgo }: Telling): Promise<void> {
  const [lena, jonas] = [cast.actorOf("Lena Brandt"), cast.actorOf("Jonas Lindqvist")];
  const [ines, murat] = [cast.actorOf("Ines Carvalho"), "Rainer Kepler"];
  const deal = await dealOf(db, "Kepler Data", companies.isarwerk.name);
  const comment = (by: typeof lena, minutes: number, body: string, internal = false) =>
    act(live, by, addComment, { ...deal, commentId: live.newId(), body, internal }, minutesAgo(minutes));
  await comment(lena, 52, "The offer is attached. The plant manager wants to start before the spring shutdown.");
  await keep(
    live,
    lena,
    deal,
    "Offer Isarwerk.pdf",
    pdf("Offer for Isarwerk: Lakehouse, 184,000 euros"),
    minutesAgo(50),
  );
  await keep(live, lena, deal, "Sites and users.csv", "site,users\nMunich,120\nGraz,45\nBrno,60\n", minutesAgo(49));
  await comment(
    jonas,
    41,
    `@${lena.name} thank you. Which of the three sites signs, and is Brno part of the first step?`,
  );
  await comment(lena, 33, `Munich signs for all three. Brno follows in summer; @${murat} has the plan.`);
  await keep(
    live,
    lena,
    deal,
    "Offer Isarwerk.pdf",
    pdf("Offer for Isarwerk, second version: three sites"),
    minutesAgo(30),
  );
  await comment(
    jonas,
    22,
    `The spare-parts business there is protected for Alpstein. @${ines.name}, do you see an overlap?`,
    true,
  );
  const plan = (by: typeof lena, owner: typeof lena, title: string, days: number, minutes: number, internal = false) =>
    act(
      live,
      by,
      addTask,
      {
        ...deal,
        taskId: live.newId(),
        title,
        ownerId: owner.personId,
        dueOn: addDays(dayAt(now), days),
        internal,
      },
      minutesAgo(minutes),
    );
  await plan(jonas, lena, "Send the network plan of the Munich plant", 3, 20);
  await plan(jonas, jonas, "Call Alpstein about the spare-parts business", 0, 19, true);
  const { taskId } = await plan(lena, lena, "Ask Isarwerk for the tender documents", 2, 47);
  await act(live, lena, setTaskDone, { taskId, done: true }, minutesAgo(15));
}

/** What departments of the vendor tell each other about a partner and a customer. */
async function tellPartner({ db, cast, live, now, minutesAgo }: Telling): Promise<void> {
  const partner: Subject = { subjectKind: "partner", subjectId: seedId("partner", "Kepler Data") };
  const write = (by: string, subject: Subject, minutes: number, body: string) => {
    const input = { ...subject, commentId: live.newId(), body, internal: false };
    return act(live, cast.actorOf(by), addComment, input, minutesAgo(minutes));
  };
  await write("Chiara Conti", partner, 3000, "Wants a joint booth at the data fair in spring. Budget is open.");
  await write(
    "Ulrike Stern",
    partner,
    2800,
    "The amendment on personal data is signed; nothing is missing from our side.",
  );
  await write(
    "Jonas Lindqvist",
    partner,
    150,
    "Strong quarter. @Chiara Conti, the booth would fit their plan for three new plants.",
  );
  const plan = { title: "Agree the plan for next year with Rainer Kepler", dueOn: addDays(dayAt(now), 9) };
  const jonas = cast.actorOf("Jonas Lindqvist");
  const owned = { ...partner, ...plan, taskId: live.newId(), ownerId: jonas.personId, internal: false };
  await act(live, jonas, addTask, owned, minutesAgo(140));
  await keep(live, jonas, partner, "Business plan.pdf", pdf("Kepler Data: business plan"), minutesAgo(138));
  const { rows } = await db.query<{ id: string }>("select id from account where name = $1", [companies.isarwerk.name]);
  const account = rows[0];
  if (account)
    await write(
      "Jonas Lindqvist",
      { subjectKind: "account", subjectId: account.id },
      130,
      "Decides by site; purchasing in Munich is the way in.",
    );
}

const spoken = [
  ["call", "Went through the open registrations. Everything moves."],
  ["meeting", "Quarterly talk: hiring two more architects, wants to reach the next tier."],
  ["message", "Asked for the new price list."],
  ["call", "Short of people until summer; smaller deals only."],
] as const;

/** Talks of the last weeks; the further down the list a partner stands, the longer ago. */
async function tellContacts({ cast, live, now }: Telling): Promise<void> {
  const today = dayAt(now);
  const active = seedPartners.filter(({ stage }) => stage === "active").slice(0, 36);
  for (const [index, { trading, people, manager }] of active.entries()) {
    for (const [turn, [kind, note]] of spoken.slice(0, 1 + (index % 3)).entries()) {
      const at = workingMoment(workingDaysBefore(today, 1 + (index % 12) + turn * 11), 10 + turn, (index * 7) % 60);
      const contact = { partnerId: seedId("partner", trading), contactId: live.newId(), on: dayAt(at) };
      const said = { kind, note, people: [people[turn % 2] ?? people[0]] };
      await act(live, cast.actorOf(manager), logContact, { ...contact, ...said }, at);
    }
  }
}

const cities: Readonly<Record<string, string>> = {
  AT: "Wien",
  AU: "Melbourne",
  BE: "Antwerpen",
  CA: "Toronto",
  CH: "Zürich",
  CZ: "Brno",
  DE: "München",
  DK: "København",
  ES: "Madrid",
  FI: "Helsinki",
  FR: "Nantes",
  GB: "London",
  GR: "Athína",
  IE: "Dublin",
  IT: "Milano",
  JP: "Tokyo",
  NL: "Utrecht",
  NO: "Bergen",
  PL: "Gdańsk",
  PT: "Porto",
  SE: "Göteborg",
  SG: "Singapore",
  US: "Chicago",
};

/** Where partners have their offices: each its main one, Kepler Data a second. */
async function seedLocations(db: pg.Client): Promise<void> {
  const main = seedPartners.map(({ trading, country }) => ({
    id: seedId("location", trading),
    partnerId: seedId("partner", trading),
    name: trading,
    address: "",
    city: cities[country] ?? country,
    country,
    isMain: true,
  }));
  const kepler = partnerOf("Kepler Data").trading;
  const second = {
    id: seedId("location", kepler, "north"),
    partnerId: seedId("partner", kepler),
    name: `${kepler} Nord`,
    address: "Am Sandtorkai 41",
    city: "Hamburg",
    country: "DE",
    isMain: false,
  };
  await insert(db, "partner_location", [...main, second]);
}

/** Keeps a file beside a record, as an upload does. */
async function keep(
  live: Live,
  by: ReturnType<Cast["actorOf"]>,
  subject: Subject,
  name: string,
  content: string,
  at: Date,
): Promise<void> {
  const versionId = live.newId();
  const body = new Blob([content]);
  const arrived = await receive(body.stream(), versionId, body.size, () => undefined);
  if (!arrived) throw new Error(`${name} did not arrive`);
  const sha256 = createHash("sha256").update(content).digest("hex");
  await fileStore().put(versionId, { ...arrived, sha256 });
  const type = name.endsWith(".pdf") ? "application/pdf" : "text/plain";
  const file = { versionId, name, bytes: arrived.bytes, type, sha256, scan: "not_scanned" };
  await act(live, by, addFile, { ...subject, ...file, internal: false }, at);
}

/** A page with one line, as the smallest PDF there is. */
function pdf(line: string): string {
  const stream = `BT /F1 18 Tf 72 760 Td (${line.replace(/[()\\]/g, "")}) Tj ET`;
  const parts = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
  let text = "%PDF-1.4\n";
  const places = parts.map((part, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${part}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  return `${text}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
