import { registrationPolicyKind } from "@/modules/deals/public";
import type { Tx } from "@/server/db";
import {
  canRegister,
  checklist,
  nextStep,
  type SaidState,
  type SetupFacts,
  type SetupStep,
  type StepOfSetup,
  setupSteps,
} from "../domain/setup";

export type Setup = {
  readonly facts: SetupFacts;
  readonly steps: readonly StepOfSetup[];
  readonly next: SetupStep | null;
  readonly canRegister: boolean;
};

async function factsOf(tx: Tx): Promise<SetupFacts> {
  return {
    hasLogo: (await tx.vendorLogo.count({ where: { removedAt: null } })) > 0,
    hasProgram: (await tx.policyVersion.count({ where: { kind: registrationPolicyKind, status: "published" } })) > 0,
    regions: await tx.region.count({ where: { retiredAt: null } }),
    productLines: await tx.productLine.count({ where: { active: true } }),
    partners: await tx.partner.count(),
    partnerPeople: await tx.person.count({ where: { partnerId: { not: null }, disabledAt: null } }),
  };
}

const states: readonly SaidState[] = ["done", "skipped", "open"];

/** How far the installation is on its way to the first registration. */
export async function setupOf(tx: Tx): Promise<Setup> {
  const facts = await factsOf(tx);
  const rows = await tx.setupStep.findMany({ select: { step: true, state: true } });
  const said = Object.fromEntries(
    setupSteps.flatMap((step) => {
      const state = states.find((each) => each === rows.find((row) => row.step === step)?.state);
      return state ? [[step, state]] : [];
    }),
  );
  const steps = checklist(facts, said);
  return { facts, steps, next: nextStep(steps), canRegister: canRegister(facts) };
}

/** How many of the vendor's people hold each role that a second person is asked of. */
export async function eligiblePeople(tx: Tx): Promise<{ readonly administrators: number; readonly deciders: number }> {
  const holders = async (roles: string[]) => {
    const rows = await tx.membership.findMany({
      where: { role: { in: roles }, endedAt: null, partnerId: null, person: { disabledAt: null } },
      distinct: ["personId"],
      select: { personId: true },
    });
    return rows.length;
  };
  return {
    administrators: await holders(["administrator"]),
    deciders: await holders(["channel_manager", "program_owner"]),
  };
}
