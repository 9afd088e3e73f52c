/** Numbers from a counter that look random and are all different (a bijection of 32 bits, by Wellons' lowbias32). */
function scattered(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");

/** Ids of the shape of UUID version 7 for an instant: the same in every run, all different for up to 2^32 of them. */
export function orderedIds(): (at: number) => string {
  let counter = 0;
  return (at) => {
    const time = hex(at, 12);
    const tail = hex(scattered(counter), 8);
    const rest = hex(scattered(counter ^ 0x5bd1e995) & 0xfffffff, 7);
    counter += 1;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${tail}${rest.slice(3)}`;
  };
}
