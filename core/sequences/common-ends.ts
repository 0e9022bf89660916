/** How many items two sequences have in common at their start and, after those, at their end; they never overlap. */
export interface CommonEnds {
  readonly head: number
  readonly tail: number
}

/**
 * For two lists; without `isEqual` only identical items are equal. Called for each key, with thousands of
 * items.
 */
export function commonEnds<Item>(
  one: readonly Item[],
  other: readonly Item[],
  isEqual?: (a: Item, b: Item) => boolean,
): CommonEnds {
  if (isEqual !== undefined) {
    const isSame = (at: number, place: number): boolean => isEqual(one[at] as Item, other[place] as Item)
    return commonEndsAt(one.length, other.length, isSame)
  }
  // Not with a callback per item, which takes three times as long.
  const shorter = Math.min(one.length, other.length)
  let head = 0
  while (head < shorter && one[head] === other[head]) head += 1
  let tail = 0
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1
  return { head, tail }
}

/** For two sequences that are not lists, by the indexes of their items. */
export function commonEndsAt(
  oneLength: number,
  otherLength: number,
  isSame: (oneIndex: number, otherIndex: number) => boolean,
): CommonEnds {
  const shorter = Math.min(oneLength, otherLength)
  let head = 0
  while (head < shorter && isSame(head, head)) head += 1
  let tail = 0
  while (tail < shorter - head && isSame(oneLength - 1 - tail, otherLength - 1 - tail)) tail += 1
  return { head, tail }
}

/** For two texts, in UTF-16 units; the part between never begins or ends within a surrogate pair. */
export function commonTextEnds(one: string, other: string): CommonEnds {
  const shorter = Math.min(one.length, other.length)
  let head = 0
  while (head < shorter && one.charCodeAt(head) === other.charCodeAt(head)) head += 1
  if (isWithinPair(one, head) || isWithinPair(other, head)) head -= 1
  let tail = 0
  while (
    tail < shorter - head &&
    one.charCodeAt(one.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail)
  )
    tail += 1
  if (isWithinPair(one, one.length - tail) || isWithinPair(other, other.length - tail)) tail -= 1
  return { head, tail }
}

/** The part between the common ends. */
export function middleOf(text: string, ends: CommonEnds): string
export function middleOf<Item>(list: readonly Item[], ends: CommonEnds): readonly Item[]
export function middleOf<Item>(
  sequence: string | readonly Item[],
  { head, tail }: CommonEnds,
): string | readonly Item[] {
  return sequence.slice(head, sequence.length - tail)
}

const isWithinPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xff_ff
