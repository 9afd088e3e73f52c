import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { readNoticesUpTo } from "../repository/notices";
import { readAllInput } from "../schema";

/** The reader has seen everything up to a notice; what came after it stays unread. */
export const readAll = useCase({
  name: "notice.readAll",
  permission: "inbox.read",
  input: readAllInput,
  async run({ actor, tx, now }, { newestId }) {
    if (actor.kind !== "person") return err({ code: "forbidden" });
    return ok({ value: { count: await readNoticesUpTo(tx, actor.personId, newestId, now) }, events: [] });
  },
});
