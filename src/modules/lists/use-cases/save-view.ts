import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { addView, changeView, forgetStart, ownView, saveChoice } from "../repository";
import { saveViewInput } from "../schema";

/** The reader keeps a list as it is under a name, or changes such a view. Only the vendor's people share, among themselves. */
export const saveView = useCase({
  name: "list.saveView",
  permission: "list.arrange",
  input: saveViewInput,
  async run({ actor, tx, now, newId }, { viewId, list, start, ...content }) {
    if (actor.kind !== "person" || (content.shared && actor.side !== "vendor")) return err({ code: "forbidden" });
    const before = viewId === null ? null : await ownView(tx, actor, viewId);
    if (viewId && before?.list !== list) return err({ code: "not_found", entity: "view" });

    const id = viewId ?? newId();
    const kept = before
      ? await changeView(tx, actor, { id, list, ...content })
      : await addView(tx, actor, { id, list, ...content, createdAt: now });
    if (!kept) return err({ code: "invalid", fields: { name: "lists.errors.taken" } });

    if (before) await forgetStart(tx, actor, list, before.query, now);
    if (start) await saveChoice(tx, actor, list, { start: content.query }, now);
    return ok({ value: { viewId: id, query: content.query }, events: [] });
  },
});
