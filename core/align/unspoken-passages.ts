import type { Edit } from '../edits/edit.ts'
import { replaceTextEdit } from '../edits/kinds/replace-text.ts'
import { paragraphText, type Transcript } from '../transcript/transcript.ts'

/** Words that a mark describes as not spoken. */
export interface UnspokenPassage {
  readonly markId: string
  readonly fromWordId: string
  readonly toWordId: string
  readonly text: string
  /** Where speech continues without them, in ms. */
  readonly startMs: number
  readonly endMs: number
}

/** The passages of a text that were not spoken, taken from its marks, in order. */
export function unspokenPassages({ paragraphs, marks }: Transcript): UnspokenPassage[] {
  const own = marks.filter(({ kind }) => kind === 'unspoken')
  if (own.length === 0) return []
  return paragraphs.flatMap(({ words }) => {
    const places = new Map(words.map(({ id }, place) => [id, place]))
    return own
      .flatMap(({ id, fromWordId, toWordId }) => {
        const [from, to] = [places.get(fromWordId), places.get(toWordId)]
        return from === undefined || to === undefined ? [] : [{ id, from, to }]
      })
      .toSorted((a, b) => a.from - b.from)
      .map(({ id, from, to }): UnspokenPassage => {
        const passage = words.slice(from, to + 1)
        return {
          markId: id,
          fromWordId: passage[0]?.id ?? '',
          toWordId: passage.at(-1)?.id ?? '',
          text: paragraphText({ words: passage }).replaceAll(/\s+/gu, ' ').trim(),
          startMs: passage[0]?.startMs ?? 0,
          endMs: passage.at(-1)?.endMs ?? 0,
        }
      })
  })
}

/** Marks the words as spoken after all, so that captions include them. */
export function keepAsSpoken({ markId }: UnspokenPassage, newId: () => string): Edit[] {
  return [{ kind: 'remove-mark', id: newId(), markId, markKind: 'unspoken' }]
}

/** Deletes the words from the text; empty if they no longer exist. */
export function deletePassage(
  transcript: Transcript,
  { fromWordId, toWordId }: UnspokenPassage,
  newId: () => string,
): Edit[] {
  for (const { id: paragraphId, words } of transcript.paragraphs) {
    const from = words.findIndex(({ id }) => id === fromWordId)
    const to = words.findIndex(({ id }) => id === toWordId)
    if (from < 0 || to < from) continue
    const rest = paragraphText({ words: [...words.slice(0, from), ...words.slice(to + 1)] })
    const text = from === 0 ? rest.trimStart() : rest
    return [replaceTextEdit(transcript, { id: newId(), paragraphId, text })]
  }
  return []
}
