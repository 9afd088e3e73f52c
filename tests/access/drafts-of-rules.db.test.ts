import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor, Role } from "@/kernel/actor";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { withActor } from "@/server/db";
import { seedWorld, sql, world } from "../support/world";

const vendor = (role: Role): PersonActor => ({ ...world.manager, roles: [role] });
const partner = (role: Role): PersonActor => ({ ...world.alphaSales, roles: [role] });

beforeAll(async () => {
  await seedWorld();
  await sql(
    `insert into policy_version (id, kind, version, name, status, effective_from, body)
     values (gen_random_uuid(), 'deal.registration', 2, 'Unpublished program', 'draft', '2026-02-01', $1)`,
    [JSON.stringify(registrationPolicy(1))],
  );
});

const versionsSeenBy = (actor: PersonActor) =>
  withActor(actor, (tx) => tx.policyVersion.findMany({ orderBy: { version: "asc" }, select: { version: true } }));

describe("[GOVR-02] a draft of the program rules", () => {
  test.each([
    ["a partner admin", partner("partner_admin")],
    ["a partner seller", partner("partner_sales")],
    ["a partner seller who may see the company's deals", { ...partner("partner_sales"), seesCompanyDeals: true }],
    ["a partner marketer", partner("partner_marketing")],
    ["a technical person of a partner", partner("partner_technical")],
    ["a direct seller", vendor("direct_seller")],
  ])("is not there for %s, who reads what is published", async (_, actor) =>
    expect(await versionsSeenBy(actor)).toEqual([{ version: 1 }]),
  );

  test.each<Role>(["administrator", "program_owner", "channel_manager", "finance", "marketing", "executive", "legal"])(
    "is read by the vendor's %s",
    async (role) => expect(await versionsSeenBy(vendor(role))).toEqual([{ version: 1 }, { version: 2 }]),
  );
});
