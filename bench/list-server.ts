import { createServer } from "node:http";
import pg from "pg";
import { z } from "zod";
import { listDeals } from "@/modules/deals/queries/list-deals";
import { findViewer } from "@/server/auth/viewer";
import { withActor } from "@/server/db";

/*
 * The same list twice, on the same bare HTTP server: once as the product reads it, once as little as can be done for it. Both look
 * the session up, begin, set role and actor, ask the same statement, commit and send the same bytes.
 */

const session = z.uuid().parse(process.argv[3]);

/** As the product does. */
async function ours(): Promise<string> {
  const viewer = await findViewer(session, new Date());
  if (!viewer) throw new Error("the session is over");
  const { rows } = await withActor(viewer.actor, (tx) => listDeals(tx, viewer.actor, { filter: {} }));
  return JSON.stringify(rows);
}

type Statement = { readonly text: string; readonly values: unknown[] };
const settings = /set_config\('role'/;

/** The statements of one request, as the driver gets them, and its answer. Asked before there is a connection. */
async function heard(): Promise<{ statements: readonly Statement[]; body: string }> {
  const statements: Statement[] = [];
  const { query } = pg.Client.prototype;
  function listening(this: pg.Client, ...asked: unknown[]): unknown {
    const [first] = asked;
    if (typeof first === "object" && first !== null && "text" in first && "values" in first)
      statements.push({ text: String(first.text), values: z.array(z.unknown()).parse(first.values) });
    return Reflect.apply(query, this, asked);
  }
  // The driver's overloads cannot say that this is the same function with an ear.
  pg.Client.prototype.query = listening as typeof query;
  return { body: await ours(), statements };
}

/** The least that gives the same answer. */
async function bare(): Promise<() => Promise<string>> {
  const { statements, body } = await heard();
  const role = statements.find(({ text }) => settings.test(text));
  const list = statements.find(({ text }) => text.includes("as materialized"));
  if (!role || !list) throw new Error("the statements of the list were not heard");
  const app = new pg.Pool({ connectionString: process.env.APP_DATABASE_URL, max: 1 });
  const auth = new pg.Pool({ connectionString: process.env.AUTH_DATABASE_URL, max: 1 });
  return async () => {
    await auth.query("select * from identity.viewer($1, $2)", [session, new Date()]);
    const client = await app.connect();
    await client.query("begin");
    await client.query(role.text, role.values);
    await client.query(list.text, list.values);
    await client.query("commit");
    client.release();
    return body;
  };
}

const answer = process.argv[2] === "bare" ? await bare() : ours;
const server = createServer(async (_request, response) => {
  response.setHeader("content-type", "application/json");
  response.end(await answer());
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address) console.log(`listening ${address.port}`);
});
