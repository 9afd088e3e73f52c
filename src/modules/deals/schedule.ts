import type { ClockHandler } from "@/server/worker";
import { clockKinds } from "./domain/clock";
import { escalateExtension } from "./use-cases/escalate-extension";
import { escalateReview } from "./use-cases/escalate-review";
import { expireProtection } from "./use-cases/expire-protection";
import { withdrawUnanswered } from "./use-cases/withdraw-unanswered";

/** What happens when a clock of a registration is due. */
export const dealClocks: readonly ClockHandler[] = [
  { kind: clockKinds.review, useCase: escalateReview },
  { kind: clockKinds.answer, useCase: withdrawUnanswered },
  { kind: clockKinds.protection, useCase: expireProtection },
  // What was asked about a protection that ended this minute is answered by its end.
  { kind: clockKinds.extension, useCase: escalateExtension },
];
