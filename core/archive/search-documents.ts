import type { DocumentWithExtras } from '../formats/format.ts'
import { paragraphText } from '../transcript/transcript.ts'

/** Default name of the index for documents; the address to which they are sent can name another. */
export const SEARCH_INDEX = 'parolo'

export interface SearchFacts {
  readonly recordingId: string
  readonly tags: readonly string[]
}

/**
 * A transcript in the bulk format of OpenSearch and Elasticsearch: two lines per paragraph, the action and
 * the document. A paragraph always has the same `_id`, so sending a transcript again updates it in place.
 */
export function searchDocuments(
  { recording, transcript }: DocumentWithExtras,
  { recordingId, tags }: SearchFacts,
): string {
  const names = new Map(
    transcript.speakers.map(({ id, name }, index) => [id, { name, number: index + 1 }] as const),
  )
  return transcript.paragraphs
    .filter(({ words }) => words.length > 0)
    .map((paragraph) => {
      const { id, words, language, kind, speakerId } = paragraph
      const speaker = speakerId === null ? undefined : names.get(speakerId)
      const document = {
        recordingId,
        title: recording.title,
        fileName: recording.fileName,
        sha256: recording.sha256,
        durationMs: recording.durationMs,
        ...(recording.date === undefined ? {} : { date: recording.date }),
        tags,
        paragraphId: id,
        kind,
        language,
        startMs: words[0]?.startMs ?? 0,
        endMs: words.reduce((end, word) => Math.max(end, word.endMs), 0),
        speaker: speaker?.name ?? null,
        speakerNumber: speaker?.number ?? null,
        text: paragraphText(paragraph).trim(),
      }
      const action = { index: { _index: SEARCH_INDEX, _id: `${recordingId}/${id}` } }
      return `${JSON.stringify(action)}\n${JSON.stringify(document)}\n`
    })
    .join('')
}
