import type pg from "pg";

type Ask = (...asked: unknown[]) => unknown;

/**
 * Makes a connection answer one question after the other. Prisma reads the relations of one answer at the same time, in a
 * transaction from the one connection there is; the driver puts up with that for now and will refuse it.
 */
export function oneAtATime(client: pg.ClientBase): void {
  const ask: Ask = client.query.bind(client);
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn(...asked: unknown[]): unknown {
    if (typeof asked.at(-1) === "function") return ask(...asked);
    const answer = turn.then(() => ask(...asked));
    turn = answer.catch(() => undefined);
    return answer;
  }
  // The same function for whoever awaits its answer; the driver's overloads cannot say so.
  client.query = inTurn as typeof client.query;
}
