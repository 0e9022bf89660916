import type { KeptLiveText } from '#contracts/calls/recorder'
import type { Library } from '../library/library.ts'
import { hasWords } from './live-transcript.ts'

/** The stored live text of a recording. Null if there was none. */
export async function keptLiveText(library: Library, recordingId: string): Promise<KeptLiveText | null> {
  const text = await library.liveText(recordingId)
  if (text === null) return null
  const { transcript } = await library.card(recordingId)
  const sources = (await library.recordedFacts(recordingId))?.sources ?? []
  const nameOf = (source: number): string => sources[source]?.name ?? ''
  const { corrections, names } = text.lost
  return {
    canBeTranscript: transcript === null && hasWords(text),
    lost: {
      corrections: corrections.map(({ source, startMs, was, text: now }) => {
        return { source: nameOf(source), startMs, was, text: now }
      }),
      names: names.map(({ source, name }) => ({ source: nameOf(source), name })),
    },
  }
}
