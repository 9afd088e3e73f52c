import { setTimeout as wait } from "node:timers/promises";
import { askReset } from "@/modules/people/use-cases/ask-reset";
import { answer } from "@/server/answer";
import { mayTry, writeTry } from "@/server/auth/attempts";
import { originOf } from "@/server/auth/origin";
import { publicRoute } from "@/server/route";

const leastMs = 500;

/** The same answer after the same time, whether or not there is an account, and however often it was asked. */
export const POST = publicRoute(async (request) => {
  const ready = wait(leastMs);
  const { address } = originOf(request.headers);
  const asked: unknown = await request
    .clone()
    .json()
    .catch(() => null);
  const email = asked && typeof asked === "object" && "email" in asked ? String(asked.email).trim().toLowerCase() : "";
  const allowed = await mayTry("reset", email.slice(0, 254), address);
  await writeTry("reset", email.slice(0, 254), address, false);
  const response = allowed ? await answer(askReset, request) : Response.json({ ok: true, value: {} });
  await ready;
  return response;
});
