import { findWord } from '../edits/places.ts'
import type { Transcript, Word } from '../transcript/transcript.ts'
import { placeOfWords } from './open-corrections.ts'
import type { ProposedCorrection, WordsCorrection } from './proposed-corrections.ts'

/** Enough to recognize what was there. */
const MOST_SHOWN = 20_000

/**
 * Corrections of a transcript as it was exported, for what it is now: where words were changed here since, both are
 * shown; what is here already is left out; what no longer has a place is reported.
 */
export function carryCorrections(
  base: Transcript,
  now: Transcript,
  items: readonly ProposedCorrection[],
): ProposedCorrection[] {
  return items.flatMap((item): ProposedCorrection[] => {
    switch (item.kind) {
      case 'words':
        return carriedWords(base, now, item)
      case 'wording': {
        const mark = now.marks.find(({ id }) => id === item.markId)
        if (mark?.kind !== 'wording') return [toldOf(item, item.text)]
        if (mark.value === item.text) return []
        if (mark.value === item.expected) return [item]
        return [{ ...item, expected: mark.value, exported: item.expected }]
      }
      case 'comment':
        return findWord(now, item.fromWordId) !== null && findWord(now, item.toWordId) !== null
          ? [item]
          : [toldOf(item, item.text)]
      case 'speaker-name': {
        const speaker = now.speakers.find(({ id }) => id === item.speakerId)
        return speaker === undefined || speaker.name === item.name ? [] : [item]
      }
      case 'right':
      case 'told':
        return [item]
    }
  })
}

function carriedWords(base: Transcript, now: Transcript, item: WordsCorrection): ProposedCorrection[] {
  if (placeOfWords(now, item) !== undefined) return [item]
  const there = between(base, now, item)
  if (there === null) return item.text === '' ? [] : [toldOf(item, item.text)]
  const { words, wordBeforeId, wordAfterId } = there
  if (textOf(words) === item.text) return []
  const expected = words.map(({ id, text }) => ({ id, text }))
  return [
    { ...item, wordBeforeId, wordAfterId, expected, exported: textOf(item.expected).slice(0, MOST_SHOWN) },
  ]
}

const textOf = (words: readonly Pick<Word, 'text'>[]): string => words.map(({ text }) => text).join(' ')

/** The words that are now between the nearest ones that were there then and still are. */
function between(
  base: Transcript,
  now: Transcript,
  { wordBeforeId, wordAfterId }: WordsCorrection,
): (Pick<WordsCorrection, 'wordBeforeId' | 'wordAfterId'> & { readonly words: readonly Word[] }) | null {
  const [before, after] = [nearest(base, now, wordBeforeId, -1), nearest(base, now, wordAfterId, 1)]
  const near = before ?? after
  if (near === null || (before !== null && after !== null && before.paragraph !== after.paragraph))
    return null
  const words = now.paragraphs[near.paragraph]?.words ?? []
  const [from, to] = [before === null ? 0 : before.word + 1, after === null ? words.length : after.word]
  if (to < from) return null
  return {
    words: words.slice(from, to),
    wordBeforeId: words[from - 1]?.id ?? null,
    wordAfterId: words[to]?.id ?? null,
  }
}

function nearest(
  base: Transcript,
  now: Transcript,
  wordId: string | null,
  step: 1 | -1,
): { readonly paragraph: number; readonly word: number } | null {
  const place = wordId === null ? null : findWord(base, wordId)
  if (place === null) return null
  const words = base.paragraphs[place.paragraph]?.words ?? []
  for (let at = place.word; at >= 0 && at < words.length; at += step) {
    const found = findWord(now, words[at]?.id ?? '')
    if (found !== null) return found
  }
  return null
}

function toldOf(item: ProposedCorrection, text: string): ProposedCorrection {
  const { id, by, atMs } = item
  return {
    kind: 'told',
    id,
    about: 'note',
    text,
    nearWordId: null,
    ...(by === undefined ? {} : { by }),
    ...(atMs === undefined ? {} : { atMs }),
  }
}
