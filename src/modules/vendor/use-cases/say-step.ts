import { ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { saveStep } from "../repository/setup";
import { sayStepInput } from "../schema";
import { changed } from "./changed";

/** Skips a step of the setup, takes it up again, or says that it is done. */
export const sayStep = useCase({
  name: "vendor.sayStep",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: sayStepInput,
  async run({ actor, tx, now, asSystem }, { step, state }) {
    const byName = actor.kind === "person" ? actor.name : "";
    await asSystem(() => saveStep(tx, step, state, { now, byName }));
    return ok({ value: { step }, events: [changed("vendor.stepSaid", { step, state })] });
  },
});
