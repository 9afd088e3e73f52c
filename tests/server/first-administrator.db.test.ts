import { expect, test } from "vitest";
import { signInWithPassword } from "@/server/auth/credentials";
import { beginInstallation, isEmptyInstallation, isFirstLink } from "@/server/auth/first-administrator";
import { findViewer } from "@/server/auth/viewer";
import { makeFirstLink } from "../../scripts/lib/first-link";
import { testDatabaseUrl } from "../support/database";
import { sql } from "../support/world";

const now = new Date();
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const link = (at: Date) => makeFirstLink(testDatabaseUrl(), "https://partners.example.com", at);
const tokenOf = (address: string | null) => address?.split("/").at(-1) ?? "";
const person = {
  company: "Contoso",
  name: "Ada Admin",
  email: "Ada@Contoso.example",
  password: "correct horse battery",
  zone: "Europe/Berlin",
  locale: "en",
};

test("[S7] the one-time link opens an empty installation once, for its holder, within a day", async () => {
  expect(await isEmptyInstallation()).toBe(true);
  const first = await link(now);
  expect(first).toMatch(/^https:\/\/partners\.example\.com\/welcome\/[\w-]{43}$/);
  const second = await link(now);
  expect(await isFirstLink(tokenOf(first), now)).toBe(false);
  expect(await isFirstLink(tokenOf(second), later(23))).toBe(true);
  expect(await isFirstLink(tokenOf(second), later(25))).toBe(false);
  const kept = await sql("select * from identity.first_administrator");
  expect(JSON.stringify(kept)).not.toContain(tokenOf(second));

  const token = tokenOf(second);
  for (const wrong of [
    { ...person, token: tokenOf(first) },
    { ...person, token, password: "short" },
    { ...person, token, email: "nobody" },
    { ...person, token, zone: "Europe/Atlantis" },
    { ...person, token, locale: "xx" },
    { ...person, token: `${token}x` },
    undefined,
  ])
    expect(await beginInstallation(wrong, now)).toBeNull();
  expect(await isEmptyInstallation()).toBe(true);

  const sessions = await Promise.all([1, 2, 3].map(() => beginInstallation({ ...person, token }, now)));
  const opened = sessions.filter((session) => session !== null);
  expect(opened).toHaveLength(1);
  const viewer = await findViewer(opened[0] ?? "", now);
  expect(viewer).toMatchObject({
    email: "ada@contoso.example",
    organisation: "Contoso",
    actor: { side: "vendor", roles: ["administrator", "channel_manager", "program_owner"] },
  });
  expect(await beginInstallation({ ...person, token }, now)).toBeNull();
  expect(await link(now)).toBeNull();
  const given = { email: "ada@contoso.example", password: person.password };
  expect(await signInWithPassword(given, { address: "", userAgent: "" }, now)).toHaveProperty("session");
  expect(await sql("select vendor_name, demo, zone, reporting_currency from installation")).toEqual([
    { vendor_name: "Contoso", demo: false, zone: "Europe/Berlin", reporting_currency: "EUR" },
  ]);
  expect(await sql("select type, actor_name from event")).toEqual([
    { type: "vendor.installationBegun", actor_name: "Ada Admin" },
  ]);
});
