export type Move<State extends string, Mover extends string> = {
  readonly from: State;
  readonly to: State;
  readonly by: readonly Mover[];
};

/** The states of one kind of record and its legal moves, as a table. */
export type Workflow<State extends string, Mover extends string> = {
  readonly name: string;
  readonly states: readonly State[];
  readonly initial: State;
  readonly moves: readonly Move<State, Mover>[];
};

/** Declares a workflow. Throws on a move between unknown states or one that is named twice: that is a bug in the table. */
export function defineWorkflow<State extends string, Mover extends string>(
  workflow: Workflow<State, Mover>,
): Workflow<State, Mover> {
  const seen = new Set<string>();
  for (const { from, to } of workflow.moves) {
    const key = `${from} → ${to}`;
    if (!workflow.states.includes(from) || !workflow.states.includes(to))
      throw new Error(`${workflow.name}: ${key} is unknown`);
    if (seen.has(key)) throw new Error(`${workflow.name}: ${key} stands twice`);
    seen.add(key);
  }
  return workflow;
}

/** Whether `by` may move a record from one state to another. */
export function canMove<State extends string, Mover extends string>(
  workflow: Workflow<State, Mover>,
  from: State,
  to: State,
  by: Mover,
): boolean {
  return workflow.moves.some((move) => move.from === from && move.to === to && move.by.includes(by));
}

/** Where `by` may move a record next. */
export function targets<State extends string, Mover extends string>(
  workflow: Workflow<State, Mover>,
  from: State,
  by: Mover,
): State[] {
  return workflow.moves.filter((move) => move.from === from && move.by.includes(by)).map((move) => move.to);
}
