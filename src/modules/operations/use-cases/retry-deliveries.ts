import { err, ok } from "@/kernel/result";
import { installationId } from "@/modules/vendor/domain/subject";
import { useCase } from "@/server/use-case";
import { retryDeliveries } from "../repository";
import { retryInput } from "../schema";

/** What follows from events that were given up is tried again. */
export const retryDelivery = useCase({
  name: "operations.retryDeliveries",
  permission: "operations.manage",
  escalates: ["delivery.retry"],
  input: retryInput,
  async run({ tx, now, asSystem }, { ids }) {
    const count = await asSystem(() => retryDeliveries(tx, ids, now));
    if (count === 0) return err({ code: "conflict", entity: "delivery", reason: "operations.errors.notFailed" });
    const subject = { subjectKind: "installation", subjectId: installationId, partnerId: null } as const;
    const event = { type: "operations.deliveriesRetried", ...subject, audience: "vendor", data: { count } } as const;
    return ok({ value: { count }, events: [event] });
  },
});
