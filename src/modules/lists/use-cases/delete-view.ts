import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { forgetStart, ownView, removeView } from "../repository";
import { deleteViewInput } from "../schema";

/** The reader takes away a view of theirs; whoever it was shared with loses it too. */
export const deleteView = useCase({
  name: "list.deleteView",
  permission: "list.arrange",
  input: deleteViewInput,
  async run({ actor, tx, now }, { viewId }) {
    const view = actor.kind === "person" ? await ownView(tx, actor, viewId) : null;
    if (actor.kind !== "person" || !view) return err({ code: "not_found", entity: "view" });
    await removeView(tx, actor, viewId, now);
    await forgetStart(tx, actor, view.list, view.query, now);
    return ok({ value: { viewId }, events: [] });
  },
});
