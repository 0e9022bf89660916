import { Fault } from '#contracts/errors'
import type { DocumentWithExtras } from '#core/formats/format'
import { transcriptDocument } from '#studio/export/transcript-document'
import type { StoredRecording } from '#studio/library/tables/recordings/recordings'
import type { TranscriptFacts } from '#studio/library/tables/transcripts/transcript-facts'
import type { Studio } from '#studio/studio'
import { resolveFromCallerDir, type Invocation } from '../options/arguments.ts'
import { isPartOfTitle } from './part-of-title.ts'

/**
 * Finds a recording by id or its beginning, title, or file; else by words of a title that no other has.
 * Faults: `recording.unknown`, `recording.ambiguous`, `usage.missing-file`.
 */
export async function namedRecording(
  studio: Pick<Studio, 'library'>,
  invocation: Invocation,
): Promise<StoredRecording> {
  const reference = invocation.words.join(' ')
  if (reference === '') throw new Fault('usage.missing-file', { verb: invocation.verb })
  try {
    return await studio.library.recording(reference)
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'recording.unknown') throw error
    const byPath = studio.library.recording(resolveFromCallerDir(reference))
    return byPath.catch(async (other: unknown) => {
      if (!(other instanceof Fault) || other.code !== 'recording.unknown') throw other
      const found = await byWords(studio, invocation, reference)
      // The error repeats the reference given by the user.
      if (found === undefined) throw error
      return found
    })
  }
}

/** What cannot be taken back asks for the whole title. */
async function byWords(
  { library }: Pick<Studio, 'library'>,
  { verb }: Invocation,
  reference: string,
): Promise<StoredRecording | undefined> {
  if (verb === 'delete') return undefined
  const found = (await library.recordings()).filter(({ title }) => isPartOfTitle(reference, title))
  if (found.length > 1)
    throw new Fault('recording.ambiguous', { reference, ids: found.map(({ id }) => id).join(', ') })
  return found[0]
}

/** The transcript the user means: the corrected one, else the newest finished one. */
const chosen = (transcripts: readonly TranscriptFacts[]): TranscriptFacts | undefined =>
  transcripts.find((one) => one.current && one.state === 'done')

export const hasTranscript = async (
  { library }: Pick<Studio, 'library'>,
  { id }: Pick<StoredRecording, 'id'>,
): Promise<boolean> => chosen(await library.transcriptsOf(id)) !== undefined

/** Fault `recording.no-transcript`. */
export const chosenTranscript = async (
  { library }: Pick<Studio, 'library'>,
  { id, title }: Pick<StoredRecording, 'id' | 'title'>,
): Promise<TranscriptFacts> => {
  const found = chosen(await library.transcriptsOf(id))
  if (found === undefined) throw new Fault('recording.no-transcript', { reference: title })
  return found
}

export async function openDocument(
  studio: Studio,
  recording: StoredRecording,
  named: Parameters<typeof transcriptDocument>[2] = {},
): Promise<{ document: DocumentWithExtras; facts: TranscriptFacts }> {
  const facts = await chosenTranscript(studio, recording)
  return { document: await transcriptDocument(studio.library, facts.id, named), facts }
}
