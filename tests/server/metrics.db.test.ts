import { beforeAll, describe, expect, test, vi } from "vitest";
import { emptyDraft } from "@/modules/deals/domain/draft";
import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { parseEnvironment } from "@/server/env";
import { newId } from "@/server/ids";
import { log } from "@/server/log";
import { mayReadMetrics, metricsText } from "@/server/metrics-endpoint";
import { execute } from "@/server/use-case";
import { noon, seedWorld, sql, world } from "../support/world";

const token = "a-token-of-24-characters";
const draft = () => ({ dealId: newId(), version: 0, draft: emptyDraft("EUR") });
const caller = { now: noon, newId };

async function figures(): Promise<Map<string, number>> {
  const lines = (await metricsText()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}

beforeAll(() => seedWorld());

test("use cases are counted with how they ended and how long they took", async () => {
  await execute(saveDraft, world.alphaSales, draft(), caller);
  await execute(saveDraft, world.alphaSales, { dealId: "no id" }, caller);
  await execute(saveDraft, world.finance, draft(), caller);
  const found = await figures();
  const count = (outcome: string) =>
    found.get(`entente_use_case_seconds_count{use_case="deal.saveDraft",outcome="${outcome}"}`);
  expect([count("ok"), count("invalid"), count("forbidden"), count("error")]).toEqual([1, 1, 1, undefined]);
  expect(found.get('entente_use_case_seconds_bucket{use_case="deal.saveDraft",outcome="ok",le="+Inf"}')).toBe(1);
});

test("the work of the worker is seen from the web process", async () => {
  await sql("insert into worker_heartbeat (id, at) values (1, now() - interval '42 seconds')");
  await sql(`insert into clock (id, subject_id, partner_id, kind, started_at, due_at, consequence)
    select gen_random_uuid(), id, partner_id, 'deal.review', now() - interval '2 hours', now() - interval '1 hour', 'escalate' from deal limit 1`);
  const found = await figures();
  expect(found.get("entente_database_up")).toBe(1);
  expect(found.get("entente_worker_heartbeat_age_seconds")).toBeGreaterThanOrEqual(42);
  expect(found.get("entente_clocks_overdue")).toBe(1);
});

test("every line is one that Prometheus reads, after its help and type", async () => {
  let known = "";
  for (const line of (await metricsText()).trimEnd().split("\n")) {
    const named = /^# (HELP|TYPE) (\w+) .+$/.exec(line);
    if (named) known = named[2] ?? "";
    else expect(line).toMatch(new RegExp(`^${known}(_bucket|_sum|_count)?(\\{[^}]+\\})? (NaN|-?[0-9.e+-]+)$`));
  }
});

describe("the figures are opened by their token only", () => {
  test.each([
    ["no token is set", `Bearer ${token}`, "", null],
    ["it is the token", `Bearer ${token}`, token, true],
    ["it is another", "Bearer another-token-of-32-characters", token, false],
    ["it is no bearer", token, token, false],
    ["nothing is sent", null, token, false],
  ])("%s", (_name, sent, set, may) => expect(mayReadMetrics(sent, set)).toBe(may));
});

test("a token that can be guessed is refused at the start", () => {
  expect(() => parseEnvironment({ ...process.env, METRICS_TOKEN: "short" })).toThrow("METRICS_TOKEN");
  expect(parseEnvironment({ ...process.env, METRICS_TOKEN: "" }).METRICS_TOKEN).toBe("");
});

test("what a request asked for is in the log with its id, and what nobody asked for is not", async () => {
  const line = vi.spyOn(log, "info").mockImplementation(() => {});
  await execute(saveDraft, world.alphaSales, draft(), { ...caller, requestId: "request-1" });
  await execute(saveDraft, world.alphaSales, draft(), caller);
  expect(line.mock.calls).toEqual([
    [
      expect.objectContaining({
        requestId: "request-1",
        useCase: "deal.saveDraft",
        outcome: "ok",
        person: world.alphaSales.personId,
      }),
      "use case",
    ],
  ]);
  line.mockRestore();
});
