/** Numbers from 0 to 1 determined by a seed (mulberry32, Tommy Ettinger, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of the items; undefined if there are none. */
export const pick = <Item>(items: readonly Item[], random: () => number): Item | undefined =>
  items[Math.floor(random() * items.length)]

/** A word of 14 letters that occurs nowhere else. */
export function newToken(random: () => number): string {
  const letter = () => String.fromCharCode(97 + Math.floor(random() * 26))
  return `qz${Array.from({ length: 12 }, letter).join('')}`
}
