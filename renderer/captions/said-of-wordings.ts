import type { Transcript } from '#core/transcript/transcript'

/** The spoken words for captions with their own wording, by the first of the words. */
export function saidOfWordings({
  marks,
  paragraphs,
}: Pick<Transcript, 'marks' | 'paragraphs'>): ReadonlyMap<string, string> {
  const wordings = marks.filter(({ kind }) => kind === 'wording')
  if (wordings.length === 0) return new Map()
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const indexById = new Map(words.map(({ id }, place) => [id, place]))
  return new Map(
    wordings.flatMap(({ fromWordId, toWordId }) => {
      const from = indexById.get(fromWordId)
      const to = indexById.get(toWordId)
      if (from === undefined || to === undefined) return []
      const text = words
        .slice(from, to + 1)
        .map(({ before, text: shown }) => before + shown)
        .join('')
      return [[fromWordId, text.trim()] as const]
    }),
  )
}
