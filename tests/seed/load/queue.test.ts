import fc from "fast-check";
import { expect, test } from "vitest";
import { openQueue } from "../../../prisma/seed/load/queue";

test("what is due is done in the order of time, also what is added meanwhile", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 200 }), (times) => {
      const queue = openQueue();
      const done: number[] = [];
      for (const at of times) {
        queue.push(at, () => {
          done.push(at);
          if (at % 7 === 0) queue.push(at + 3, () => done.push(at + 3));
        });
      }
      queue.doUntil(500);
      expect(done).toEqual(done.toSorted((left, right) => left - right));
      expect(done.filter((at) => times.includes(at)).length).toBeGreaterThanOrEqual(
        times.filter((at) => at <= 500).length,
      );
      expect(done.every((at) => at <= 500)).toBe(true);
    }),
  );
});
