import type { Word } from '../transcript/transcript.ts'
import { foldWord } from '../words/align/fold.ts'
import { pairTexts, type AlignedRun } from '../words/align/pairs.ts'
import { splitText } from '../words/align/split-text.ts'
import type { SuspectSpan } from './reasons.ts'

/** Where another decode of the same sound has different words, ignoring case and punctuation. */
export function differences(words: readonly Word[], otherText: string, language: string): SuspectSpan[] {
  const { stretches, others } = unlikeStretches(words, otherText, language)
  return joined(stretches).map((stretch) => {
    const own = words.slice(stretch.oldFrom, stretch.oldTo)
    const between = own.length === 0
    const other = others.slice(stretch.newFrom, stretch.newTo).join(' ')
    const from = own[0] ?? words[Math.max(0, stretch.oldFrom - 1)]
    const to = own.at(-1) ?? words[Math.min(words.length - 1, stretch.oldFrom)]
    const ends = { fromWordId: from?.id ?? '', toWordId: to?.id ?? '' }
    return { ...ends, reasons: [{ reason: 'second-decode-differs', other, between, ...ends }] }
  })
}

/** The words that another decode replaces or omits. */
export function differingWords(words: readonly Word[], otherText: string, language: string): Word[] {
  const { stretches } = unlikeStretches(words, otherText, language)
  return stretches.flatMap(({ oldFrom, oldTo }) => words.slice(oldFrom, oldTo))
}

function unlikeStretches(
  words: readonly Word[],
  otherText: string,
  language: string,
): { readonly stretches: AlignedRun[]; readonly others: readonly string[] } {
  const others = splitText(otherText, language).map((piece) => piece.text.trim())
  const texts = words.map((word) => word.text.trim())
  const isAlike = (stretch: AlignedRun): boolean =>
    stretch.kind === 'equal' ||
    (stretch.kind === 'changed' &&
      foldWord(texts[stretch.oldFrom] ?? '') === foldWord(others[stretch.newFrom] ?? ''))
  return { stretches: pairTexts(texts, others).filter((stretch) => !isAlike(stretch)), others }
}

/** Merges adjacent differences into one. */
function joined(stretches: readonly AlignedRun[]): AlignedRun[] {
  const result: AlignedRun[] = []
  for (const stretch of stretches) {
    const last = result.at(-1)
    const touches = last !== undefined && last.oldTo === stretch.oldFrom && last.newTo === stretch.newFrom
    if (touches) result[result.length - 1] = { ...last, oldTo: stretch.oldTo, newTo: stretch.newTo }
    else result.push(stretch)
  }
  return result
}
