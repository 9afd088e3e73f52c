/** What is to be done at an instant. */
type Due = { readonly at: number; readonly act: () => void };

/** Things to do in the order of time; those of one instant in any order that is the same in every run. */
export type Queue = {
  readonly push: (at: number, act: () => void) => void;
  /** Does everything that is due by an instant, also what is put here while it goes. */
  readonly doUntil: (at: number) => void;
};

/** A binary heap: a history of millions has tens of thousands of open ends at any time. */
export function openQueue(): Queue {
  const heap: Due[] = [];
  const before = (left: number, right: number) => (heap[left]?.at ?? Infinity) < (heap[right]?.at ?? Infinity);
  const swap = (left: number, right: number) => {
    const [one, other] = [heap[left], heap[right]];
    if (!one || !other) return;
    heap[left] = other;
    heap[right] = one;
  };
  const pop = (): Due | undefined => {
    swap(0, heap.length - 1);
    const due = heap.pop();
    for (let at = 0; ; ) {
      const child = before(at * 2 + 2, at * 2 + 1) ? at * 2 + 2 : at * 2 + 1;
      if (!before(child, at)) return due;
      swap(child, at);
      at = child;
    }
  };
  return {
    push(at, act) {
      heap.push({ at, act });
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1;
        if (!before(child, parent)) return;
        swap(child, parent);
        child = parent;
      }
    },
    doUntil(at) {
      while ((heap[0]?.at ?? Infinity) <= at) pop()?.act();
    },
  };
}
