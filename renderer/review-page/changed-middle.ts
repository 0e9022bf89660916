/** The stretch that differs between two texts, whole words of both; null if they are the same. */
export interface ChangedMiddle {
  readonly from: number
  /** In the text before. */
  readonly to: number
  /** In the text now. */
  readonly nowTo: number
}

export function changedMiddle(before: string, now: string): ChangedMiddle | null {
  if (before === now) return null
  const most = Math.min(before.length, now.length)
  let from = 0
  while (from < most && before[from] === now[from]) from += 1
  while (from > 0 && !isSpace(before[from - 1])) from -= 1
  let same = 0
  while (same < most - from && before[before.length - 1 - same] === now[now.length - 1 - same]) same += 1
  const isWhole = (): boolean => isEdge(before, before.length - same) && isEdge(now, now.length - same)
  while (same > 0 && !isWhole()) same -= 1
  return { from, to: before.length - same, nowTo: now.length - same }
}

/** Whether a word begins or ends there. */
const isEdge = (text: string, at: number): boolean => at === 0 || isSpace(text[at - 1]) || isSpace(text[at])

const isSpace = (letter: string | undefined): boolean => letter !== undefined && /\s/u.test(letter)
