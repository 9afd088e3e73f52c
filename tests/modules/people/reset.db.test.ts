import { beforeAll, beforeEach, expect, test } from "vitest";
import { askReset } from "@/modules/people/use-cases/ask-reset";
import { resetPassword } from "@/modules/people/use-cases/reset-password";
import { mayTry, writeTry } from "@/server/auth/attempts";
import { signInWithPassword } from "@/server/auth/credentials";
import { hashPassword } from "@/server/auth/password";
import { findViewer } from "@/server/auth/viewer";
import { newId } from "@/server/ids";
import { execute, type UseCase } from "@/server/use-case";
import { done } from "../../support/deals";
import { mailedTo } from "../../support/links";
import { noon, seedWorld, sql, world } from "../../support/world";

const { alphaSales } = world;
const email = "sam.alpha@test.example";
const origin = { address: "", userAgent: "" };
const fresh = "seventeen doors by the lake";

beforeAll(async () => {
  await seedWorld();
  const hash = await hashPassword("violin harbour seven moss");
  await sql("insert into identity.credential (person_id, password_hash) values ($1, $2)", [alphaSales.personId, hash]);
});

beforeEach(async () => {
  await sql("delete from identity.password_reset");
});

const byLink = <Input, Value>(verb: UseCase<Input, Value>, input: unknown, now = noon) =>
  execute(verb, { kind: "system", cause: "link" }, input, { now, newId });

const linkUsed = { ok: false, failure: { code: "refused", reason: "people.errors.linkUsed" } };

test("a new password comes by a link that opens once, and signs out everywhere", async () => {
  const before = await signInWithPassword({ email, password: "violin harbour seven moss" }, origin, noon);
  done(await byLink(askReset, { email: ` ${email.toUpperCase()} ` }));
  const mail = await mailedTo(email, noon);
  expect(mail?.subject).toBe("Choose a new password");
  const token = mail?.token ?? "";
  expect(done(await byLink(resetPassword, { token, password: fresh }))).toEqual({ email });
  expect("session" in before && (await findViewer(before.session, noon))).toBeNull();
  expect(await signInWithPassword({ email, password: fresh }, origin, noon)).toHaveProperty("session");
  expect(await byLink(resetPassword, { token, password: fresh })).toEqual(linkUsed);
});

test("[S7] the answer is the same for an address nobody has, and nothing is written or sent", async () => {
  const events = async () => (await sql("select id from event where type = 'person.resetAsked'")).length;
  const before = await events();
  expect(await byLink(askReset, { email: "nobody@test.example" })).toEqual(await byLink(askReset, { email }));
  expect(await events()).toBe(before + 1);
  expect(await mailedTo("nobody@test.example", noon)).toBeNull();
});

test("the fourth in an hour is not sent, and an earlier link ends with the one that is used", async () => {
  const tokens: string[] = [];
  for (let time = 0; time < 4; time += 1) {
    await byLink(askReset, { email }, new Date(noon.getTime() + time));
    tokens.push((await mailedTo(email, new Date(noon.getTime() + time)))?.token ?? "");
  }
  expect(new Set(tokens).size).toBe(3);
  expect(await byLink(resetPassword, { token: tokens[1], password: "another lake and door" })).toMatchObject({
    ok: true,
  });
  expect(await byLink(resetPassword, { token: tokens[0], password: fresh })).toEqual(linkUsed);
});

test("opens for an hour", async () => {
  done(await byLink(askReset, { email }));
  const token = (await mailedTo(email, noon))?.token ?? "";
  expect(await byLink(resetPassword, { token, password: fresh }, new Date(noon.getTime() + 61 * 60_000))).toEqual(
    linkUsed,
  );
});

test("[S7] ten tries for an account and fifty from an address, known or not", async () => {
  for (let time = 0; time < 10; time += 1) await writeTry("password", "who@test.example", "198.51.100.1", false);
  expect(await mayTry("password", "who@test.example", "198.51.100.2")).toBe(false);
  expect(await mayTry("password", "else@test.example", "198.51.100.1")).toBe(true);
  for (let time = 0; time < 40; time += 1) await writeTry("password", `w${time}@test.example`, "198.51.100.1", false);
  expect(await mayTry("password", "else@test.example", "198.51.100.1")).toBe(false);
  expect(await mayTry("password", "else@test.example", "198.51.100.2")).toBe(true);
  expect(await mayTry("reset", "who@test.example", "198.51.100.1")).toBe(true);
});
