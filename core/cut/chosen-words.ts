import { findFillers } from '../fillers/find-fillers.ts'
import type { CutReason } from '../transcript/cut-reason.ts'
import type { Paragraph, Transcript, Word } from '../transcript/transcript.ts'
import { cutWordIds } from './cut-runs.ts'

/** Words of a paragraph that follow one another, to be cut. */
export interface ChosenWords {
  readonly fromWordId: string
  readonly toWordId: string
  readonly count: number
  readonly reason: CutReason
}

type Text = Pick<Transcript, 'paragraphs' | 'marks'>

/** The fillers that the recognizer wrote, as far as they are not cut. */
export const chosenFillers = (transcript: Text, language: string): ChosenWords[] =>
  chosen(transcript, 'filler', (paragraph) => {
    const found = foundIn(paragraph, languageOf(paragraph, language))
    return (_word, place) => found.get(place) === 'filler'
  })

/** Words that are repeated, and starts of sentences that are begun again, as far as they are not cut. */
export const chosenRepetitions = (transcript: Text, language: string): ChosenWords[] =>
  chosen(transcript, 'repetition', (paragraph) => {
    const found = foundIn(paragraph, languageOf(paragraph, language))
    return (_word, place) => found.has(place) && found.get(place) !== 'filler'
  })

type Found = ReturnType<typeof findFillers>

/** Paragraphs never change in place, and striking words leaves them as they are. */
const known = new WeakMap<Paragraph, { readonly language: string; readonly found: Found }>()

function foundIn(paragraph: Paragraph, language: string): Found {
  const before = known.get(paragraph)
  if (before?.language === language) return before.found
  const found = findFillers(paragraph.words, language)
  known.set(paragraph, { language, found })
  return found
}

const languageOf = ({ language }: Paragraph, usual: string): string =>
  language === '' || language === 'und' ? usual : language

/** The words that are said wholly between two times of the recording, the times included, as far as they are not cut. */
export const chosenBetween = (transcript: Text, fromMs: number, toMs: number): ChosenWords[] =>
  chosen(
    transcript,
    'person',
    () =>
      ({ startMs, endMs }) =>
        startMs >= fromMs && endMs <= toMs && endMs > startMs,
  )

function chosen(
  transcript: Text,
  reason: CutReason,
  choose: (paragraph: Paragraph) => (word: Word, place: number) => boolean,
): ChosenWords[] {
  const isCut = cutWordIds(transcript)
  return transcript.paragraphs.flatMap((paragraph) => {
    if (paragraph.kind !== 'speech') return []
    const isChosen = choose(paragraph)
    const runs: ChosenWords[] = []
    let wasChosen = false
    for (const [place, word] of paragraph.words.entries()) {
      const isIt = !isCut.has(word.id) && isChosen(word, place)
      const last = runs.at(-1)
      if (isIt && wasChosen && last !== undefined)
        runs[runs.length - 1] = { ...last, toWordId: word.id, count: last.count + 1 }
      else if (isIt) runs.push({ fromWordId: word.id, toWordId: word.id, count: 1, reason })
      wasChosen = isIt
    }
    return runs
  })
}
