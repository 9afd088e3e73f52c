import { Secret, TOTP } from "otpauth";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ok } from "@/kernel/result";
import { beginSecondFactor } from "@/modules/people/use-cases/begin-second-factor";
import { changePassword } from "@/modules/people/use-cases/change-password";
import { confirmSecondFactor } from "@/modules/people/use-cases/confirm-second-factor";
import { endOtherSessions } from "@/modules/people/use-cases/end-other-sessions";
import { removeSecondFactor } from "@/modules/people/use-cases/remove-second-factor";
import { signInWithPassword } from "@/server/auth/credentials";
import { hashPassword } from "@/server/auth/password";
import { prove } from "@/server/auth/proof";
import { enrolment } from "@/server/auth/second-factor";
import { findViewer } from "@/server/auth/viewer";
import { newId } from "@/server/ids";
import { execute, type UseCase, useCase } from "@/server/use-case";
import { does, done } from "../../support/deals";
import { noon, seedWorld, sql, world } from "../../support/world";

const { finance, alphaSales } = world;
const password = "violin harbour seven moss";
const origin = { address: "203.0.113.7", userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0" };
const seconds = (count: number) => new Date(noon.getTime() + count * 1000);

beforeAll(async () => {
  await seedWorld();
  const hash = await hashPassword(password);
  for (const { personId } of [finance, alphaSales])
    await sql("insert into identity.credential (person_id, password_hash) values ($1, $2)", [personId, hash]);
});

const emailOf = (name: string) => `${name.toLowerCase().replace(" ", ".")}@test.example`;
const enter = (code = "", now = noon, given = password) =>
  signInWithPassword({ email: emailOf(finance.name), password: given, code }, origin, now);

/** The code an app with the secret in the database shows. */
async function shown(at: Date): Promise<string> {
  const [row] = await sql<{ secret: string }>("select secret from identity.second_factor where person_id = $1", [
    finance.personId,
  ]);
  const { secret } = enrolment(row?.secret ?? "", "", "");
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}

describe("a second factor", () => {
  let codes: string[] = [];

  test("is on once a code of the app was entered, and its secret is stored sealed", async () => {
    done(await does(finance, beginSecondFactor, {}));
    expect(await does(finance, confirmSecondFactor, { code: "000000" })).toMatchObject({
      failure: { fields: { code: "people.errors.codeWrong" } },
    });
    expect(await enter()).toHaveProperty("session");
    ({ codes } = done(await does(finance, confirmSecondFactor, { code: await shown(noon) })));
    expect(codes).toHaveLength(10);
    const [stored] = await sql<{ all: string }>(
      "select (select string_agg(f::text, '') from identity.second_factor f) || (select string_agg(c::text, '') from identity.recovery_code c) as all",
    );
    for (const code of codes) expect(stored?.all).not.toContain(code.replaceAll("-", ""));
  });

  test("is asked for after the right password only, and a code of a step opens once", async () => {
    const later = seconds(60);
    expect(await enter("", later)).toEqual({ refused: "codeMissing" });
    expect(await enter("", later, "not it at all")).toEqual({ refused: "credentials" });
    expect(await enter("123456", later)).toEqual({ refused: "codeWrong" });
    const code = await shown(later);
    const twice = await Promise.all([enter(code, later), enter(code, later)]);
    expect(twice.filter((each) => "session" in each)).toHaveLength(1);
    expect(await enter(code, later)).toEqual({ refused: "codeWrong" });
    expect(await enter(await shown(noon), later)).toEqual({ refused: "codeWrong" });
  });

  test("lets a recovery code in once, however it is typed", async () => {
    const [first = "", second = ""] = codes;
    expect(await enter(first.toUpperCase().replaceAll("-", " "), seconds(90))).toHaveProperty("session");
    expect(await enter(first, seconds(91))).toEqual({ refused: "codeWrong" });
    expect(await enter(second, seconds(92))).toHaveProperty("session");
  });

  test("is asked of the vendor's people and partner admins where the installation says so", async () => {
    const viewerOf = async (personId: string) => {
      const id = newId();
      await sql(
        "insert into identity.session (id, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $3::timestamptz + interval '1 hour')",
        [id, personId, noon],
      );
      return findViewer(id, noon);
    };
    const owes = async () =>
      Promise.all(
        [world.manager, world.alphaAdmin, alphaSales, finance].map(
          async ({ personId }) => (await viewerOf(personId))?.owesSecondFactor,
        ),
      );
    expect(await owes()).toEqual([true, true, false, false]);
    await sql("update installation set second_factor_required = false");
    expect(await owes()).toEqual([false, false, false, false]);
  });

  test("is turned off, and begun anew", async () => {
    done(await does(finance, removeSecondFactor, {}));
    expect(await enter("", seconds(120))).toHaveProperty("session");
    expect(await enter(codes[5], seconds(121))).toHaveProperty("session");
    expect(await does(finance, removeSecondFactor, {})).toMatchObject({ ok: false, failure: { code: "conflict" } });
  });
});

describe("what is sensitive", () => {
  const inSession = async () => {
    const answer = await signInWithPassword({ email: emailOf(alphaSales.name), password }, origin, noon);
    if (!("session" in answer)) throw new Error("nobody is in");
    return answer.session;
  };
  const act = <Input, Value>(verb: UseCase<Input, Value>, input: unknown, session: string, provedAt: Date, now: Date) =>
    execute(verb, alphaSales, input, { now, newId, session: { id: session, provedAt } });

  test("asks for a proof of the last ten minutes, by password or code", async () => {
    const session = await inSession();
    const late = seconds(11 * 60);
    const input = { password: "seventeen doors by the lake" };
    expect(await act(changePassword, input, session, noon, late)).toEqual({ ok: false, failure: { code: "unproved" } });
    const who = { personId: alphaSales.personId, email: emailOf(alphaSales.name), sessionId: session };
    expect(await prove(who, "not it at all", "", late)).toBe(false);
    expect(await prove(who, password, "", late)).toBe(true);
    const { provedAt } = (await findViewer(session, late)) ?? { provedAt: noon };
    const other = await inSession();
    expect(await act(changePassword, input, session, provedAt, late)).toMatchObject({ ok: true });
    expect(await findViewer(other, late)).toBeNull();
    expect(await findViewer(session, late)).not.toBeNull();
  });

  test("[S6] a session that is ended while an action is at work writes nothing", async () => {
    const hash = await hashPassword(password);
    await sql("update identity.credential set password_hash = $2 where person_id = $1", [alphaSales.personId, hash]);
    const session = await inSession();
    const interrupted = useCase({
      name: "test.interrupted",
      permission: "profile.own",
      escalates: ["person.write"],
      input: z.strictObject({}),
      async run({ tx, asSystem }) {
        await asSystem(() => tx.person.update({ where: { id: alphaSales.personId }, data: { title: "Written" } }));
        await sql("update identity.session set ended_at = now() where id = $1", [session]);
        return ok({
          value: {},
          events: [
            { type: "test", subjectKind: "person", subjectId: alphaSales.personId, partnerId: alphaSales.partnerId },
          ],
        });
      },
    });
    expect(await act(interrupted, {}, session, noon, noon)).toEqual({
      ok: false,
      failure: { code: "unauthenticated" },
    });
    expect(await sql("select title from person where id = $1", [alphaSales.personId])).toEqual([{ title: "" }]);
    expect(await sql("select id from event where type = 'test'")).toEqual([]);
  });

  test("ends the other sessions and no other person's", async () => {
    const [one, two] = [await inSession(), await inSession()];
    const elsewhere = await enter("", seconds(200));
    expect(await act(endOtherSessions, {}, one, noon, noon)).toMatchObject({ ok: true });
    expect(await findViewer(two, noon)).toBeNull();
    expect(await findViewer(one, noon)).not.toBeNull();
    expect("session" in elsewhere && (await findViewer(elsewhere.session, seconds(201)))).toBeTruthy();
  });
});
