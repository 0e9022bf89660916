import type { Word } from '../../transcript/transcript.ts'
import { restoreFormerWords, isJoined } from './former-words.ts'
import { pairTexts } from './pairs.ts'
import type { TextPiece } from './split-text.ts'

/** The words `from..to` of a paragraph, which were changed. */
export interface ChangedWords {
  readonly words: readonly Word[]
  readonly from: number
  readonly to: number
}

/**
 * Words and the pieces they became: one unchanged word, one or more words that are now one changed word, or any other
 * combination.
 */
export interface PairedWords {
  readonly kind: 'equal' | 'changed' | 'replaced'
  readonly oldItems: readonly Word[]
  readonly newItems: readonly TextPiece[]
}

/**
 * Every word and every piece, in order, in exactly one pair. Where a changed word is split or typed back so that a
 * former word reappears, the former words are paired instead.
 */
export function pairedWords({ words, from, to }: ChangedWords, pieces: readonly TextPiece[]): PairedWords[] {
  return withGaps(pairsOf(words.slice(from, to), pieces), (gap) => {
    const former = restoreFormerWords(oldsOf(gap), words)
    if (former === null) return joinedOr(gap)
    const again = pairsOf(former, newItemsOf(gap))
    return again.some((pair) => pair.kind === 'equal') ? withGaps(again, joinedOr) : joinedOr(gap)
  })
}

/** The pairs, with each run of changed pairs between unchanged words replaced by `between`. */
function withGaps(
  pairs: readonly PairedWords[],
  between: (gap: readonly PairedWords[]) => readonly PairedWords[],
): PairedWords[] {
  const all: PairedWords[] = []
  let gap: PairedWords[] = []
  for (const pair of pairs) {
    if (pair.kind !== 'equal') {
      gap.push(pair)
      continue
    }
    all.push(...between(gap), pair)
    gap = []
  }
  return [...all, ...between(gap)]
}

/** A single changed word if several became one by losing the space between them. */
function joinedOr(gap: readonly PairedWords[]): readonly PairedWords[] {
  const oldItems = oldsOf(gap)
  const newItems = newItemsOf(gap)
  const [piece] = newItems
  const isOne = piece !== undefined && newItems.length === 1 && isJoined(oldItems, piece.text)
  return isOne ? [{ kind: 'changed', oldItems, newItems }] : gap
}

const oldsOf = (pairs: readonly PairedWords[]): Word[] => pairs.flatMap((pair) => pair.oldItems)
const newItemsOf = (pairs: readonly PairedWords[]): TextPiece[] => pairs.flatMap((pair) => pair.newItems)

function pairsOf(oldWords: readonly Word[], pieces: readonly TextPiece[]): PairedWords[] {
  const stretches = pairTexts(
    oldWords.map((word) => word.text.trim()),
    pieces.map((piece) => piece.text.trim()),
  )
  return stretches.map(({ kind, oldFrom, oldTo, newFrom, newTo }) => ({
    kind,
    oldItems: oldWords.slice(oldFrom, oldTo),
    newItems: pieces.slice(newFrom, newTo),
  }))
}
