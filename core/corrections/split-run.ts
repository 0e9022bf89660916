import type { DifferentRun, MatchedTexts } from './match-texts.ts'
import type { ReturnedBlock, TrackedChange } from './returned-document.ts'
import type { ShownBlock } from './shown-text.ts'
import type { TextToken } from './text-tokens.ts'

/** A change within one block of the transcript as shown: a part of its text (UTF-16 units) becomes another one. */
export interface TextChange {
  /** Index of the shown block. */
  readonly block: number
  /** Equal: text is inserted there. */
  readonly from: number
  readonly to: number
  /** The new text in pieces between spaces; none: it is deleted. */
  readonly pieces: readonly string[]
  readonly author: Pick<TrackedChange, 'by' | 'atMs'>
}

interface Part {
  readonly block: number
  readonly from: number
  readonly to: number
  readonly written: TextToken[]
}

/** A run by the blocks of the transcript that it touches: text stays in the paragraph in which it was written. */
export function splitRun(
  { old, now }: MatchedTexts,
  { from, to, newFrom, newTo }: DifferentRun,
  returned: readonly ReturnedBlock[],
  blocks: readonly ShownBlock[],
): TextChange[] {
  const [left, right] = [old[from - 1], old[to]]
  const [newLeft, newRight] = [now[newFrom - 1], now[newTo]]
  const parts = partsOf(old.slice(from, to))
  const isWithin = left !== undefined && left.block === right?.block
  const beside = (token: TextToken | undefined, at: number): Part | undefined =>
    token && { block: token.block, from: at, to: at, written: [] }
  const [afterLeft, beforeRight] = [beside(left, left?.to ?? 0), beside(right, right?.from ?? 0)]
  // Beside a caption’s own wording, typed text replaces the removed words of that voice; a redacted wording cannot change.
  const isOne = newLeft?.block === newRight?.block
  const placeBeside = (
    near: TextToken | undefined,
    place: Part | undefined,
    removed: Part | undefined,
    other: Part | undefined,
  ): Part | undefined => {
    const block = blocks[near?.block ?? -1]
    if (block === undefined || block.wording === null) return place
    const isOfVoice = removed !== undefined && blocks[removed.block]?.speakerId === block.speakerId
    return isOfVoice ? removed : isOne && block.wording.isHidden ? other : place
  }
  const atLeft = placeBeside(left, afterLeft, parts[0], beforeRight)
  const atRight = placeBeside(right, beforeRight, parts.at(-1), afterLeft)
  // What is inserted between two paragraphs is at the end of one or at the start of the other.
  const first = parts.length > 0 && parts[0]?.block === left?.block ? parts[0] : atLeft
  const last = parts.length > 0 && parts.at(-1)?.block === right?.block ? parts.at(-1) : atRight
  const middle = parts.filter((part) => part !== first && part !== last)
  const seen = new Set<number>()
  const partFor = (block: number): Part | undefined => {
    if (parts.length === 1 && parts[0] === (first ?? last) && parts[0] === (last ?? first)) return parts[0]
    if (parts.length === 0 && isWithin) return first
    const isLeft = block === newLeft?.block
    const isRight = block === newRight?.block
    if (isLeft && isRight) return parts[0] ?? first
    if (isLeft && first !== undefined) return first
    if (isRight && last !== undefined) return last
    seen.add(block)
    return middle[Math.min(seen.size, middle.length) - 1] ?? parts[0] ?? first ?? last
  }
  for (const token of now.slice(newFrom, newTo)) partFor(token.block)?.written.push(token)
  const touched = new Set([first, ...parts, last])
  return [...touched].flatMap((part): TextChange[] => {
    if (part === undefined || (part.from === part.to && part.written.length === 0)) return []
    const pieces = part.written.map((token) => returned[token.block]?.text.slice(token.from, token.to) ?? '')
    const author = authorOf(part.written, [newLeft, newRight], returned)
    return [
      { block: part.block, from: part.from, to: part.to, pieces: joinedPieces(part.written, pieces), author },
    ]
  })
}

/** Letters of scripts without spaces, and other characters without a space between them, are one piece. */
function joinedPieces(tokens: readonly TextToken[], pieces: readonly string[]): string[] {
  const joined: string[] = []
  for (const [index, piece] of pieces.entries()) {
    const [before, token] = [tokens[index - 1], tokens[index]]
    const isClose = before !== undefined && before.block === token?.block && before.to === token.from
    if (isClose) joined.push((joined.pop() ?? '') + piece)
    else joined.push(piece)
  }
  return joined
}

function partsOf(tokens: readonly TextToken[]): Part[] {
  return [...Map.groupBy(tokens, ({ block }) => block)].map(([block, own]) => ({
    block,
    from: own[0]?.from ?? 0,
    to: own.at(-1)?.to ?? 0,
    written: [],
  }))
}

const nobody = { by: null, atMs: null } as const

/** Who put the text there, else who deleted some between the tokens around it. */
function authorOf(
  written: readonly TextToken[],
  [left, right]: readonly [TextToken | undefined, TextToken | undefined],
  returned: readonly ReturnedBlock[],
): TextChange['author'] {
  for (const { block, from, to } of written) {
    const put = returned[block]?.tracked?.find((each) => each.from < to && each.to > from)
    if (put !== undefined) return put
  }
  const taken = (block: number, from: number, to: number): TrackedChange | undefined =>
    returned[block]?.tracked?.find((each) => each.from === each.to && each.from >= from && each.to <= to)
  const isOne = left?.block === right?.block
  const after = left && taken(left.block, left.to, isOne ? (right?.from ?? Infinity) : Infinity)
  return after ?? (right && taken(right.block, isOne ? (left?.to ?? 0) : 0, right.from)) ?? nobody
}
