import { alignTexts, type WordMatch } from '../words/align/align.ts'
import type { TextToken } from './text-tokens.ts'
import { keepTogether } from './keep-together.ts'

/** Consecutive tokens of both texts that differ, ends excluded. */
export interface DifferentRun {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

export interface MatchedTexts {
  /** The tokens that are compared: without those of moved and new blocks. */
  readonly old: readonly TextToken[]
  readonly now: readonly TextToken[]
  /** Of each token of `now` the index of the equal one of `old`; -1: none. */
  readonly oldOf: Int32Array
  readonly runs: readonly DifferentRun[]
  /** New blocks that are in another place of the old text: by index, the old block. */
  readonly moved: ReadonlyMap<number, number>
  /** New blocks of which the old text has nothing. */
  readonly added: ReadonlySet<number>
  /** Share of the longer text's tokens that are equal in both, 0 to 1; moved ones count. */
  readonly share: number
}

/** A block with a smaller share of its tokens in place is another one, in which some common words happen to match. */
const SAME_BLOCK = 0.3
/** A moved block has at least this share of the tokens of one that is missing. */
const SAME_WHEN_MOVED = 0.7
/** Of more pairs of missing and new blocks only equal ones are found. */
const MOST_PAIRS = 10_000
/** Shorter ones could be anywhere. */
const FEWEST_MOVED = 3

/**
 * Compares two texts by their tokens; moved and new blocks are listed separately. `now` has a block for each caption if
 * `areCaptions`, while a block of `old` may have several.
 */
export function matchTexts(
  allOld: readonly TextToken[],
  allNow: readonly TextToken[],
  { areCaptions = false }: { readonly areCaptions?: boolean } = {},
): MatchedTexts {
  const first = align(allOld, allNow)
  const added = strayBlocks(allNow, allOld, new Map(first.map((each) => [each.new, each.old])))
  const gone = strayBlocks(allOld, allNow, new Map(first.map((each) => [each.old, each.new])))
  const moved = movedBlocks({ old: allOld, now: allNow, added, gone })
  const rewritten = rewrittenBlocks(allOld, allNow, first, { added, gone, moved, areCaptions })
  const apart = new Set([...added, ...moved.keys()].filter((block) => !rewritten.has(block)))
  const elsewhere = new Set(moved.values())
  const old = elsewhere.size === 0 ? allOld : allOld.filter(({ block }) => !elsewhere.has(block))
  const now = apart.size === 0 ? allNow : allNow.filter(({ block }) => !apart.has(block))
  const matches = old === allOld && now === allNow ? first : align(old, now)
  const oldOf = new Int32Array(now.length).fill(-1)
  let equal = allOld.length - old.length
  for (const each of matches) {
    if (!each.exact) continue
    oldOf[each.new] = each.old
    equal += 1
  }
  return {
    old,
    now,
    oldOf,
    runs: runsOf(matches, old.length, now.length),
    moved,
    added: new Set([...added].filter((block) => apart.has(block) && !moved.has(block))),
    share: equal / Math.max(1, allOld.length, allNow.length),
  }
}

const align = (old: readonly TextToken[], now: readonly TextToken[]): WordMatch[] =>
  keepTogether(
    alignTexts(
      old.map(({ key }) => key),
      now.map(({ key }) => key),
    ),
    old,
    now,
  )

/**
 * Blocks of which hardly anything matches, unless one is part of a block of the other text that was broken just there.
 * @param matches the indexes of the equal tokens of the other text
 */
function strayBlocks(
  tokens: readonly TextToken[],
  others: readonly TextToken[],
  matches: ReadonlyMap<number, number>,
): Set<number> {
  const counts = new Map<number, { all: number; matched: number }>()
  const parts = new Set<number>()
  for (const [index, { block }] of tokens.entries()) {
    const count = counts.get(block) ?? { all: 0, matched: 0 }
    counts.set(block, count)
    count.all += 1
    const other = matches.get(index)
    if (other === undefined) continue
    count.matched += 1
    const before = tokens[index - 1]?.block ?? block
    const isBroken = before !== block && matches.get(index - 1) === other - 1
    if (isBroken && others[other - 1]?.block === others[other]?.block) parts.add(before).add(block)
  }
  return new Set(
    [...counts].flatMap(([block, { all, matched }]) =>
      matched < SAME_BLOCK * all && !parts.has(block) ? block : [],
    ),
  )
}

interface StrayBlocks {
  readonly old: readonly TextToken[]
  readonly now: readonly TextToken[]
  readonly added: ReadonlySet<number>
  readonly gone: ReadonlySet<number>
}

function movedBlocks({ old, now, added, gone }: StrayBlocks): Map<number, number> {
  const moved = new Map<number, number>()
  if (added.size === 0 || gone.size === 0) return moved
  const keysOf = (tokens: readonly TextToken[], blocks: ReadonlySet<number>): Map<number, string[]> => {
    const found = new Map<number, string[]>()
    for (const { block, key } of tokens) {
      if (!blocks.has(block)) continue
      const keys = found.get(block)
      if (keys === undefined) found.set(block, [key])
      else keys.push(key)
    }
    return found
  }
  const left = keysOf(old, gone)
  const isFew = added.size * gone.size <= MOST_PAIRS
  const byText = new Map([...left].map(([block, keys]) => [keys.join(' '), block]))
  for (const [block, keys] of keysOf(now, added)) {
    if (keys.length < FEWEST_MOVED) continue
    const exact = byText.get(keys.join(' '))
    const isAlike = (other: readonly string[]): boolean => {
      const longer = Math.max(keys.length, other.length)
      if (Math.min(keys.length, other.length) < SAME_WHEN_MOVED * longer) return false
      return alignTexts(other, keys).length >= SAME_WHEN_MOVED * longer
    }
    const found =
      exact !== undefined && left.has(exact)
        ? exact
        : isFew
          ? [...left].find(([, other]) => isAlike(other))?.[0]
          : undefined
    if (found === undefined) continue
    moved.set(block, found)
    left.delete(found)
  }
  return moved
}

/** New blocks in the place of removed ones: they were written anew. */
function rewrittenBlocks(
  old: readonly TextToken[],
  now: readonly TextToken[],
  matches: readonly WordMatch[],
  {
    added,
    gone,
    moved,
    areCaptions,
  }: Pick<StrayBlocks, 'added' | 'gone'> & {
    readonly moved: ReadonlyMap<number, number>
    readonly areCaptions: boolean
  },
): Set<number> {
  const elsewhere = new Set(moved.values())
  const kept = matches.filter((each) => {
    const [oldBlock, newBlock] = [old[each.old]?.block ?? -1, now[each.new]?.block ?? -1]
    return !added.has(newBlock) && !gone.has(oldBlock) && !moved.has(newBlock)
  })
  const gapOf = (index: number, side: 'old' | 'new'): number => {
    let [low, high] = [0, kept.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((kept[middle]?.[side] ?? 0) < index) low = middle + 1
      else high = middle
    }
    return low
  }
  const firstOf = (tokens: readonly TextToken[], blocks: ReadonlySet<number>): Map<number, number> => {
    const first = new Map<number, number>()
    for (const [index, { block }] of tokens.entries())
      if (blocks.has(block) && !first.has(block)) first.set(block, index)
    return first
  }
  const room = new Map<number, number>()
  for (const [block, index] of firstOf(old, gone)) {
    if (elsewhere.has(block)) continue
    const gap = gapOf(index, 'old')
    room.set(gap, (room.get(gap) ?? 0) + 1)
  }
  const inPlace = new Set(kept.map((each) => each.old))
  const isReplaced = ({ block }: TextToken, index: number): boolean =>
    !inPlace.has(index) && !elsewhere.has(block)
  /** How many tokens of the old text each gap replaces. */
  const replaced = new Map<number, number>()
  for (const [index, token] of old.entries()) {
    if (!isReplaced(token, index)) continue
    const gap = gapOf(index, 'old')
    replaced.set(gap, (replaced.get(gap) ?? 0) + 1)
  }
  const lengths = new Map<number, number>()
  for (const { block } of now) if (added.has(block)) lengths.set(block, (lengths.get(block) ?? 0) + 1)
  /** A caption may be any part of a block; a paragraph of text has as many words as it replaces at most. */
  const isInOldText = (gap: number, block: number): boolean =>
    (replaced.get(gap) ?? 0) >= (areCaptions ? 1 : (lengths.get(block) ?? 0))
  const rewritten = new Set<number>()
  for (const [block, index] of firstOf(now, added)) {
    const gap = gapOf(index, 'new')
    const free = room.get(gap) ?? 0
    if (moved.has(block) || (free === 0 && !isInOldText(gap, block))) continue
    room.set(gap, Math.max(0, free - 1))
    if (!areCaptions) replaced.set(gap, Math.max(0, (replaced.get(gap) ?? 0) - (lengths.get(block) ?? 0)))
    rewritten.add(block)
  }
  return rewritten
}

/** Words that differ in case or punctuation alone are differences by themselves, unless others are beside them. */
function runsOf(matches: readonly WordMatch[], oldLength: number, newLength: number): DifferentRun[] {
  const runs: DifferentRun[] = []
  let [from, newFrom, alike] = [0, 0, 0]
  for (const { exact, ...end } of [...matches, { old: oldLength, new: newLength, exact: true }]) {
    if (!exact) {
      alike += 1
      continue
    }
    const isPairs = end.old - from === alike && end.new - newFrom === alike
    if (isPairs)
      for (let at = 0; at < alike; at += 1)
        runs.push({ from: from + at, to: from + at + 1, newFrom: newFrom + at, newTo: newFrom + at + 1 })
    else runs.push({ from, to: end.old, newFrom, newTo: end.new })
    ;[from, newFrom, alike] = [end.old + 1, end.new + 1, 0]
  }
  return runs
}
