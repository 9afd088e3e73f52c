import { readFileSync } from "node:fs";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { v7 } from "uuid";
import { z } from "zod";
import { type Perform, post, type Write } from "./drill-writes";

const manifest = z.object({ node: z.record(z.string(), z.looseObject({ exportedName: z.string() })) });
const names = { draft: "saveDraftAction", submit: "submitDealAction" } as const;
const page = "/portal/deals/new";

/** The names by which the build's pages call the actions. */
function actionIds(): Record<Write["step"], string> {
  const { node } = manifest.parse(JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")));
  const idOf = (name: string) => Object.entries(node).find(([, { exportedName }]) => exportedName === name)?.[0] ?? "";
  return { draft: idOf(names.draft), submit: idOf(names.submit) };
}

/** A session for everybody who writes, as the sign-in would open it. */
async function openSessions(ownerUrl: string, people: readonly string[], secret: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const cookies = new Map<string, string>();
    for (const person of people) {
      const id = v7();
      await client.query(
        "insert into identity.session (id, person_id, expires_at) values ($1, $2, now() + interval '12 hours')",
        [id, person],
      );
      cookies.set(person, `entente-session=${await encode({ token: { sid: id }, secret })}`);
    }
    return cookies;
  } finally {
    await client.end();
  }
}

/** The result in what an action answers: lines of `id:json`, of which one says whether it worked. */
function outcomeIn(answer: string): "done" | "refused" {
  const result = /^[0-9a-f]+:(\{"ok":(true|false).*)$/m.exec(answer);
  if (!result) throw new Error("an action that answers nothing");
  return result[2] === "true" ? "done" : "refused";
}

/** Carries out writes as a browser does: the page's action, by HTTP, with a session. */
export async function performByWeb(
  url: string,
  ownerUrl: string,
  people: readonly string[],
  secret: string,
): Promise<Perform> {
  const cookies = await openSessions(ownerUrl, people, secret);
  const ids = actionIds();
  return async ({ step, actor, input }) => {
    const headers = {
      "next-action": ids[step],
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
      origin: new URL(url).origin,
      cookie: cookies.get(actor.personId) ?? "",
    };
    const { ok, text } = await post(`${url}${page}`, headers, JSON.stringify([input]));
    if (!ok) throw new Error("the page failed");
    return outcomeIn(text);
  };
}
