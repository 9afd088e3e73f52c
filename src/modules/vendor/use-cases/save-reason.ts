import { err, ok } from "@/kernel/result";
import { type ReasonKind, reasonKinds, reasonVocabularies, reliesOn } from "@/modules/deals/domain/reasons";
import { useCase } from "@/server/use-case";
import { orderReasons, reasonsOf, saveReasonRow, shareNames } from "../repository/reasons";
import { saveReasonInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** The other kinds that find the words for their reasons in the same place. */
const sameWords = (kind: ReasonKind) =>
  reasonKinds.filter((other) => other !== kind && reasonVocabularies[other] === reasonVocabularies[kind]);

/**
 * Adds a coded reason, or says what it is called, whether it is offered, whether it needs a note and where it stands. Its code stays,
 * because records carry it. What rules and decisions go by is always offered.
 */
export const saveReason = useCase({
  name: "vendor.saveReason",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: saveReasonInput,
  async run({ tx, asSystem }, { kind, code, version, place, ...content }) {
    return asSystem(async () => {
      const reasons = await reasonsOf(tx, kind);
      const before = reasons.find((reason) => reason.code === code);
      if (version === 0 && before) return err({ code: "invalid", fields: { code: "vendor.errors.reasonCodeTaken" } });
      if (!before?.builtIn && Object.keys(content.names).length === 0)
        return err({ code: "invalid", fields: { "names.en": "vendor.errors.reasonName" } });
      const reliance = before?.builtIn ? reliesOn(kind, code) : null;
      if (!content.active && reliance)
        return err({ code: "invalid", fields: { active: `vendor.errors.reasonRelied.${reliance}` } });
      if (!(await saveReasonRow(tx, { kind, code, version }, content))) return err(changedElsewhere);
      const others = reasons.map((reason) => reason.code).filter((each) => each !== code);
      await orderReasons(tx, kind, others.toSpliced(place - 1, 0, code));
      await shareNames(tx, sameWords(kind), code, content.names);
      const type = version === 0 ? "vendor.reasonAdded" : "vendor.reasonSaved";
      const { active, noteRequired } = content;
      return ok({ value: { kind, code }, events: [changed(type, { kind, code, active, noteRequired })] });
    });
  },
});
