import { edgesOf } from '../reading/mark-edges.ts'
import { readWords } from '../reading/read-words.ts'
import { asSaidWords } from '../transcript/as-said-words.ts'
import { redactedWords } from '../transcript/redacted-words.ts'
import type { Transcript, Word } from '../transcript/transcript.ts'

/** A word as a page shows it, and the words of the transcript that it represents. */
export interface PresentWord {
  /** Index. */
  readonly paragraph: number
  /** Indexes of its words; `to` not included. */
  readonly from: number
  readonly to: number
  /** As it is read. */
  readonly text: string
  readonly isRedacted: boolean
}

/** The words of a transcript by the ids that a review page made of it now would have. */
export interface PresentWords {
  readonly transcript: Transcript
  readonly byId: ReadonlyMap<string, PresentWord>
  readonly wordsOf: (paragraph: number) => readonly Word[]
}

export function presentWords(transcript: Transcript): PresentWords {
  const redacted = redactedWords(transcript)
  const { marks, fillers, numbers } = transcript
  const byId = new Map<string, PresentWord>()
  for (const [paragraph, { words, language, kind }] of transcript.paragraphs.entries()) {
    const own = language === 'und' ? transcript.language : language
    const read =
      kind === 'speech'
        ? readWords(words, own, { fillers, numbers }, edgesOf(marks), asSaidWords(words, marks))
        : null
    const places = new Map(words.map(({ id }, place) => [id, place]))
    for (const { id, text } of read?.words ?? words) {
      const from = places.get(id) ?? 0
      const last = read?.joined.get(id)?.at(-1)
      const to = (last === undefined ? from : (places.get(last) ?? from)) + 1
      byId.set(id, { paragraph, from, to, text, isRedacted: redacted.has(id) })
    }
  }
  return { transcript, byId, wordsOf: (paragraph) => transcript.paragraphs[paragraph]?.words ?? [] }
}
