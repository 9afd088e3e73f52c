import { parseArgs } from "node:util";
import { build, buildIsFresh } from "./lib/build";
import { asCommand } from "./lib/command";
import { makeGround } from "./lib/drill-ground";
import { drillKill, type Killed } from "./lib/drill-kill";
import { performByWeb } from "./lib/drill-web";
import { performAt, readPeople } from "./lib/drill-writes";
import { findingLines } from "./lib/invariants";
import { freePort } from "./lib/processes";
import { node, step, tsx } from "./lib/steps";

const sizes = {
  small: { app: 2, worker: 1, postgres: 1 },
  usual: { app: 40, worker: 10, postgres: 5 },
  large: { app: 200, worker: 50, postgres: 30 },
} as const;

function sayResult({ kills, done, refused, unknown, longestPause, lost, half, clocks, broken }: Killed): boolean {
  console.log(
    `  ${kills.app} kills of the application, ${kills.worker} of the worker, ${kills.postgres} of PostgreSQL`,
  );
  console.log(
    `  ${done} writes acknowledged, ${refused} refused, ${unknown} without an answer; longest pause ${longestPause} ms`,
  );
  console.log(`  ${lost} lost, ${half} half-written, ${clocks} clocks wrong, ${broken.length} invariants broken`);
  for (const line of findingLines(broken)) console.log(line);
  return lost + half + clocks + broken.length === 0 && done > 0;
}

/**
 * `npm run drill:kill [-- --small | --large] [--web] [--rate N]`: kill -9 of application, worker and PostgreSQL while deals are
 * registered. `--web` writes through the real web server and its actions instead of a process that only carries out use cases.
 */
await asCommand(async () => {
  const { values } = parseArgs({
    options: {
      small: { type: "boolean" },
      large: { type: "boolean" },
      web: { type: "boolean" },
      rate: { type: "string", default: "20" },
    },
  });
  if (values.web && !buildIsFresh()) await step("Production build", build);
  // Free is also the port of another drill whose application was just killed.
  const port = await freePort(3810 + (process.pid % 80), "127.0.0.1");
  const url = `http://localhost:${port}`;
  const ground = await makeGround(url);
  const { database, environment, folder } = ground;
  const { disconnect } = await import("@/server/db");
  try {
    const env = { ...environment, LOG_LEVEL: "warn", NODE_ENV: "production" };
    const web = node("node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port));
    const people = (await readPeople(database.ownerUrl)).sellers.map(({ personId }) => personId);
    const result = await drillKill({
      postgres: `${folder}/postgres`,
      ownerUrl: database.ownerUrl,
      app: { ...(values.web ? web : tsx("scripts/drill-app.ts", String(port))), env: { ...env, DATABASE_URL: "" } },
      worker: { ...tsx("src/worker.ts"), env: { ...env, DATABASE_URL: database.workerUrl } },
      logs: `${folder}/logs`,
      perform: values.web
        ? await performByWeb(url, database.ownerUrl, people, environment.NEXTAUTH_SECRET ?? "")
        : performAt(url),
      isUp: () =>
        fetch(`${url}/healthz`).then(
          (response) => response.ok,
          () => false,
        ),
      perSecond: Number(values.rate),
      kills: values.small ? sizes.small : values.large ? sizes.large : sizes.usual,
      say: (line) => console.log(`  ${line}`),
    });
    return sayResult(result) ? 0 : 1;
  } finally {
    await disconnect();
    await ground.remove();
  }
});
