import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor, Role } from "@/kernel/actor";
import { acceptInvitation } from "@/modules/people/use-cases/accept-invitation";
import { changeRoles } from "@/modules/people/use-cases/change-roles";
import { disablePerson } from "@/modules/people/use-cases/disable-person";
import { invite } from "@/modules/people/use-cases/invite";
import { resendInvitation } from "@/modules/people/use-cases/resend-invitation";
import { withdrawInvitation } from "@/modules/people/use-cases/withdraw-invitation";
import { signInWithPassword } from "@/server/auth/credentials";
import { findViewer } from "@/server/auth/viewer";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import { does, done } from "../../support/deals";
import { mailedTo } from "../../support/links";
import { idOf, noon, seedWorld, sql, world } from "../../support/world";

const { alphaAdmin, manager, administrator } = world;
const password = "violin harbour seven moss";
let count = 0;

beforeAll(async () => {
  await seedWorld();
});

async function invited(by: PersonActor, partnerId: string | null, roles: readonly Role[]) {
  count += 1;
  const email = `new.${count}@test.example`;
  const given = { partnerId, email, name: `Nia New ${count}`, title: "", roles, regionId: "" };
  const { invitationId } = done(await does(by, invite, given));
  const mail = await mailedTo(email, noon);
  return { email, invitationId, token: mail?.token ?? "", mail };
}

const accept = (token: string, changes: object = {}, now = noon) =>
  execute(
    acceptInvitation,
    { kind: "system", cause: "link" },
    { token, name: "Nia New", password, zone: "Europe/Vienna", ...changes },
    { now, newId },
  );

const linkUsed = { ok: false, failure: { code: "refused", reason: "people.errors.linkUsed" } };

describe("an invitation", () => {
  test("comes by mail, opens once, and whoever accepts it can sign in with the roles they were given", async () => {
    const { email, token, mail } = await invited(alphaAdmin, idOf("alpha"), ["partner_sales", "partner_marketing"]);
    expect(mail).toMatchObject({ subject: "Ada Alpha invites you to the partner program of Northwind Systems" });
    expect(done(await accept(token))).toEqual({ email });
    const answer = await signInWithPassword({ email, password }, { address: "", userAgent: "" }, noon);
    const viewer = await findViewer("session" in answer ? answer.session : "", noon);
    expect(viewer?.actor).toMatchObject({
      name: "Nia New",
      partnerId: idOf("alpha"),
      roles: ["partner_marketing", "partner_sales"],
      zone: "Europe/Vienna",
    });
    expect(await accept(token)).toEqual(linkUsed);
  });

  test("accepted twice at the same moment makes one person", async () => {
    const { token, email } = await invited(manager, idOf("alpha"), ["partner_sales"]);
    const results = await Promise.allSettled([accept(token), accept(token)]);
    expect(results.filter((each) => each.status === "fulfilled" && each.value.ok)).toHaveLength(1);
    expect(await sql("select id from person where email = $1", [email])).toHaveLength(1);
  });

  test("that is sent again opens by the new link only", async () => {
    const first = await invited(alphaAdmin, idOf("alpha"), ["partner_sales"]);
    done(await does(alphaAdmin, resendInvitation, { invitationId: first.invitationId }));
    const second = await mailedTo(first.email, noon);
    expect(second?.token).not.toBe(first.token);
    expect(await accept(first.token)).toEqual(linkUsed);
    expect(await accept(second?.token ?? "")).toMatchObject({ ok: true });
  });

  test("that is withdrawn or too old opens nothing, and neither does a link with a changed end", async () => {
    const withdrawn = await invited(alphaAdmin, idOf("alpha"), ["partner_sales"]);
    expect(await accept(`${withdrawn.token.slice(0, -1)}x`)).toEqual(linkUsed);
    done(await does(alphaAdmin, withdrawInvitation, { invitationId: withdrawn.invitationId }));
    expect(await accept(withdrawn.token)).toEqual(linkUsed);
    const old = await invited(alphaAdmin, idOf("alpha"), ["partner_sales"]);
    expect(await accept(old.token, {}, new Date(noon.getTime() + 15 * 86_400_000))).toEqual(linkUsed);
  });

  test("leaves no link in the database that somebody could use", async () => {
    const { email, token } = await invited(alphaAdmin, idOf("alpha"), ["partner_sales"]);
    // Outside of a demo the stored mail is still sealed.
    await sql(
      "update mail set state = 'queued', sent_at = null, claimed_at = null, html = null where recipient ->> 'address' = $1",
      [email],
    );
    const { sendMails } = await import("@/modules/notices/schedule");
    const { personLinks } = await import("@/modules/people/reactions");
    const sent: string[] = [];
    const smtp = {
      send: async (mail: { text: string }) => {
        sent.push(mail.text);
        return { outcome: "sent" } as const;
      },
      close: () => {},
    };
    await sendMails({ sources: [], links: personLinks, smtp })(new Date(noon.getTime() + 9000));
    expect(sent.some((text) => text.includes(token))).toBe(true);
    const stored = await sql<{ all: string }>(
      "select coalesce(string_agg(m::text, ''), '') as all from mail m where recipient ->> 'address' = $1",
      [email],
    );
    expect(stored[0]?.all).toContain("sealed-");
    expect(stored[0]?.all).not.toContain(token.slice(token.lastIndexOf(".")));
  });

  test("to an address of another company reads the same for the inviter, and joins nobody", async () => {
    const email = "ben.beta@test.example";
    const given = { partnerId: idOf("alpha"), email, name: "Ben", title: "", roles: ["partner_sales"], regionId: "" };
    expect(await does(alphaAdmin, invite, given)).toMatchObject({ ok: true, value: { name: "Ben" } });
    const mail = await mailedTo(email, noon);
    expect(await accept(mail?.token ?? "")).toEqual({
      ok: false,
      failure: { code: "refused", reason: "people.errors.otherOrganisation" },
    });
  });

  test.each([
    ["a vendor's role for a partner's person", alphaAdmin, "alpha", ["program_owner"]],
    ["a colleague of the vendor, by a channel manager", manager, null, ["finance"]],
    ["a colleague of the vendor, by a partner", alphaAdmin, null, ["finance"]],
    ["a partner's role at the vendor", administrator, null, ["partner_admin"]],
  ] as const)("cannot give what is above the inviter: %s", async (_what, by, company, roles) => {
    const given = {
      partnerId: company && idOf(company),
      email: "x@test.example",
      name: "X",
      title: "",
      roles,
      regionId: "",
    };
    expect(await does(by, invite, given)).toEqual({ ok: false, failure: { code: "forbidden" } });
  });

  test("asks for a password nobody guesses, and keeps the link for the next try", async () => {
    const { token } = await invited(alphaAdmin, idOf("alpha"), ["partner_sales"]);
    expect(await accept(token, { password: "AlphaGmbH2026" })).toMatchObject({
      failure: { code: "invalid", fields: { password: "people.errors.password.personal" } },
    });
    expect(await accept(token)).toMatchObject({ ok: true });
  });
});

describe("[GOVR-01] roles and standing", () => {
  const sessionOf = async (personId: string) => {
    const id = newId();
    await sql(
      "insert into identity.session (id, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $3::timestamptz + interval '1 hour')",
      [id, personId, noon],
    );
    return id;
  };

  test("a changed role counts on the next request", async () => {
    const session = await sessionOf(world.alphaOther.personId);
    const change = { personId: world.alphaOther.personId, roles: ["partner_technical"], regionId: "" };
    done(await does(alphaAdmin, changeRoles, change));
    expect((await findViewer(session, noon))?.actor.roles).toEqual(["partner_technical"]);
  });

  test("whoever is disabled is out on the next request, and signed in nowhere", async () => {
    const session = await sessionOf(world.alphaOther.personId);
    done(await does(alphaAdmin, disablePerson, { personId: world.alphaOther.personId }));
    expect(await findViewer(session, noon)).toBeNull();
    expect(
      await sql("select id from identity.session where person_id = $1 and ended_at is null", [
        world.alphaOther.personId,
      ]),
    ).toEqual([]);
  });

  test("nobody changes themselves, and the last administrator and program owner stay", async () => {
    expect(await does(administrator, disablePerson, { personId: administrator.personId })).toEqual({
      ok: false,
      failure: { code: "forbidden" },
    });
    const { invitationId: _, ...second } = await invited(administrator, null, ["administrator"]);
    done(await accept(second.token));
    const [row] = await sql<{ id: string }>("select id from person where email = $1", [second.email]);
    const other: PersonActor = { ...administrator, personId: row?.id ?? "" };
    const both = await Promise.all([
      does(administrator, disablePerson, { personId: other.personId }),
      does(other, changeRoles, { personId: administrator.personId, roles: ["finance"], regionId: "" }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await does(other, disablePerson, { personId: world.owner.personId })).toMatchObject({
      failure: { code: "refused", reason: "people.errors.last.program_owner" },
    });
  });
});
