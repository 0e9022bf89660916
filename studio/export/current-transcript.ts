import type { Library, TranscriptFacts } from '../library/library.ts'

/** The transcript that a recording shows, finished or not; undefined if it has none. */
export async function currentTranscript(
  library: Library,
  recordingId: string,
): Promise<TranscriptFacts | undefined> {
  return (await library.transcriptsOf(recordingId)).find(({ current }) => current)
}
