import { Fault } from '#contracts/errors'
import type { DocumentWithExtras } from '#core/formats/format'
import { transcriptDocument } from '#studio/export/transcript-document'
import type { StoredRecording } from '#studio/library/tables/recordings/recordings'
import type { TranscriptFacts } from '#studio/library/tables/transcripts/transcript-facts'
import type { Studio } from '#studio/studio'
import { resolveFromCallerDir, type Invocation } from '../options/arguments.ts'

/** Finds a recording by id or its beginning, title, or file. */
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
    return byPath.catch((other: unknown) => {
      // The error repeats the reference given by the user.
      throw other instanceof Fault && other.code === 'recording.unknown' ? error : other
    })
  }
}

/** The transcript the user means: the corrected one, else the newest finished one. */
function chosen(transcripts: readonly TranscriptFacts[], reference: string): TranscriptFacts {
  const found = transcripts.find((one) => one.current && one.state === 'done')
  if (!found) throw new Fault('recording.no-transcript', { reference })
  return found
}

/** Fault `recording.no-transcript`. */
export const chosenTranscript = async (
  { library }: Pick<Studio, 'library'>,
  { id, title }: Pick<StoredRecording, 'id' | 'title'>,
): Promise<TranscriptFacts> => chosen(await library.transcriptsOf(id), title)

export async function openDocument(
  studio: Studio,
  recording: StoredRecording,
  named: Parameters<typeof transcriptDocument>[2] = {},
): Promise<{ document: DocumentWithExtras; facts: TranscriptFacts }> {
  const facts = await chosenTranscript(studio, recording)
  return { document: await transcriptDocument(studio.library, facts.id, named), facts }
}
