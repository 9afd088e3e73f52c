import { ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { endSessions } from "../repository/identity";
import { nothing } from "../schema";
import { ownPerson } from "./own";
import { personEvent } from "./person-event";

/** Somebody signs out everywhere but here. */
export const endOtherSessions = useCase({
  name: "profile.endOtherSessions",
  permission: "profile.own",
  escalates: ["session.end"],
  input: nothing,
  async run(context) {
    const { tx, now, sessionId, asSystem } = context;
    const { personId, partnerId } = ownPerson(context);
    const ended = await asSystem(() => endSessions(tx, personId, sessionId, now));
    return ok({
      value: { ended },
      events: [personEvent("person.sessionsEnded", { id: personId, partnerId }, { ended })],
    });
  },
});
