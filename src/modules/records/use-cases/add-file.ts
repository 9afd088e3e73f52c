import { err, ok } from "@/kernel/result";
import { env } from "@/server/env";
import { useCase } from "@/server/use-case";
import { mayWrite } from "../access";
import { audienceOf, eventAudience } from "../domain/record";
import { countFiles, holdFile, insertVersion } from "../repository/files";
import { findSubject } from "../repository/subjects";
import { addFileInput } from "../schema";

/** Puts an uploaded file beside a record; one of a name that is there already is its next version. */
export const addFile = useCase({
  name: "record.addFile",
  permission: "record.write",
  input: addFileInput,
  async run({ actor, tx, now, newId }, { subjectKind, subjectId, internal, name, ...version }) {
    const subject = await findSubject(tx, { kind: subjectKind, id: subjectId });
    if (!subject) return err({ code: "not_found", entity: subjectKind });
    if (actor.kind !== "person" || !mayWrite(actor, subjectKind, internal)) return err({ code: "forbidden" });
    const most = env().FILES_MOST_PER_RECORD;
    if ((await countFiles(tx, subject)) >= most)
      return err({ code: "refused", reason: "records.errors.tooManyFiles", params: { most } });

    const audience = audienceOf(subjectKind, internal);
    const file = await holdFile(tx, { id: newId(), subject, audience, name, addedById: actor.personId, at: now });
    const number = await insertVersion(tx, { file, ...version, actor, at: now });
    const event = {
      type: "record.fileAdded",
      subjectKind,
      subjectId,
      partnerId: subject.partnerId,
      audience: eventAudience(audience),
      data: { fileId: file.id, version: number },
    };
    return ok({ value: { versionId: version.versionId, number, scan: version.scan }, events: [event] });
  },
});
