/** A word for comparison. */
export interface TimedText {
  readonly id: string
  /** Lower case, without punctuation; empty for a word of punctuation only. */
  readonly text: string
  readonly startMs: number
}

/** An echo follows the sound after a moment, and two decodes do not time words identically. */
const SAME_TIME_MS = 1000

/**
 * Ids of the longest run of `others`, in order, that match words of `line` at the same time: both texts may
 * have other words in between.
 * @param others of one track, in order of time
 * @param left ids of words to ignore
 */
export function wordsInCommon(
  line: readonly TimedText[],
  others: readonly TimedText[],
  left: ReadonlySet<string>,
): string[] {
  const near = within(others, line).filter(({ id }) => !left.has(id))
  const width = near.length + 1
  // lengths[i * width + j]: maximum number of words in common of line[i…] and near[j…].
  const lengths = new Uint16Array((line.length + 1) * width)
  const isSame = (at: number, to: number): boolean => {
    const [one, other] = [line[at], near[to]]
    return (
      one !== undefined &&
      other !== undefined &&
      one.text !== '' &&
      one.text === other.text &&
      Math.abs(one.startMs - other.startMs) <= SAME_TIME_MS
    )
  }
  const lengthAt = (at: number, to: number): number => lengths[at * width + to] ?? 0
  for (let at = line.length - 1; at >= 0; at -= 1) {
    for (let to = near.length - 1; to >= 0; to -= 1) {
      const skipped = Math.max(lengthAt(at + 1, to), lengthAt(at, to + 1))
      lengths[at * width + to] = isSame(at, to) ? Math.max(skipped, lengthAt(at + 1, to + 1) + 1) : skipped
    }
  }
  const found: string[] = []
  let [at, to] = [0, 0]
  while (at < line.length && to < near.length) {
    if (isSame(at, to) && lengthAt(at, to) === lengthAt(at + 1, to + 1) + 1) {
      found.push(near[to]?.id ?? '')
      at += 1
      to += 1
    } else if (lengthAt(at + 1, to) >= lengthAt(at, to + 1)) at += 1
    else to += 1
  }
  return found
}

/** The words that may be at the same time as a word of the line. */
function within(others: readonly TimedText[], line: readonly TimedText[]): TimedText[] {
  const startMs = (line[0]?.startMs ?? 0) - SAME_TIME_MS
  const endMs = (line.at(-1)?.startMs ?? 0) + SAME_TIME_MS
  let [low, high] = [0, others.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((others[middle]?.startMs ?? 0) < startMs) low = middle + 1
    else high = middle
  }
  const near: TimedText[] = []
  for (let at = low; at < others.length; at += 1) {
    const word = others[at]
    if (word === undefined || word.startMs > endMs) break
    near.push(word)
  }
  return near
}
