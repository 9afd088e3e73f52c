import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { eventAudience } from "../domain/record";
import { findFile, saveRemoved } from "../repository/files";
import { setFileRemovedInput } from "../schema";

/** Who added a file takes it away, or brings it back. Its versions stay in the store. */
export const setFileRemoved = useCase({
  name: "record.setFileRemoved",
  permission: "record.write",
  input: setFileRemovedInput,
  async run({ actor, tx, now }, { fileId, removed }) {
    const file = await findFile(tx, fileId);
    if (!file) return err({ code: "not_found", entity: "file" });
    if (actor.kind !== "person" || file.addedById !== actor.personId) return err({ code: "forbidden" });
    if ((file.removedAt !== null) === removed) return ok({ value: { fileId }, events: [] });

    await saveRemoved(tx, fileId, removed ? now : null);
    const event = {
      type: removed ? "record.fileRemoved" : "record.fileRestored",
      subjectKind: file.subject.kind,
      subjectId: file.subject.id,
      partnerId: file.subject.partnerId,
      audience: eventAudience(file.audience),
      data: { fileId },
    };
    return ok({ value: { fileId }, events: [event] });
  },
});
