/** A worker beats every fifteen seconds; after a minute of silence it is taken to be down. */
const silence = 60_000;

export type Heartbeat = "alive" | "silent" | "never";

/** What the last beat says about the worker now. */
export function heartbeatAt(beat: Date | null, now: Date): Heartbeat {
  if (beat === null) return "never";
  return now.getTime() - beat.getTime() < silence ? "alive" : "silent";
}

/** What has to be looked at, in the order in which it should be. */
export type Trouble = "worker" | "clocks" | "deliveries" | "mails" | "migrations";

type Seen = {
  readonly heartbeat: Heartbeat;
  readonly clocksOverdue: number;
  readonly deliveriesFailed: number;
  readonly deliveriesWaiting: number;
  readonly mailsFailed: number;
  readonly mailsWaiting: number;
  readonly migrationsFit: boolean;
};

export function troublesOf(seen: Seen): Trouble[] {
  const checks: readonly (readonly [Trouble, boolean])[] = [
    ["migrations", !seen.migrationsFit],
    ["worker", seen.heartbeat !== "alive"],
    ["clocks", seen.clocksOverdue > 0],
    ["deliveries", seen.deliveriesFailed + seen.deliveriesWaiting > 0],
    ["mails", seen.mailsFailed + seen.mailsWaiting > 0],
  ];
  return checks.flatMap(([trouble, there]) => (there ? [trouble] : []));
}
