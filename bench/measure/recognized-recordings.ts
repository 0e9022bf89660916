import { openStudio } from '#studio/studio'
import { transcriptEvidence } from '#studio/doubt/transcript-evidence'
import { transcriptWords } from '#core/transcript/transcript'
import type { EvalRecording } from '../evaldata/recordings.ts'
import type { TurnReference } from '../evaldata/turns.ts'
import type { RecognizedRecording } from '../scoring/lost-words.ts'

/** How a library's recordings were transcribed, by name, from its checkpoints. */
export async function readRecognizedRecordings(
  data: string,
  recordings: readonly EvalRecording[],
  references: ReadonlyMap<string, TurnReference>,
): Promise<ReadonlyMap<string, RecognizedRecording>> {
  const studio = await openStudio(data)
  const recognized = new Map<string, RecognizedRecording>()
  try {
    const rows = await studio.library.recordings()
    for (const { name, path } of recordings) {
      const row = rows.find((one) => one.path === path)
      const [facts] = row === undefined ? [] : await studio.library.transcriptsOf(row.id)
      if (facts === undefined) continue
      const transcript = await studio.library.transcript(facts.id)
      const { regions = [], chunks = [] } = await transcriptEvidence(studio, transcript)
      const seconds = (span: { readonly startMs: number; readonly endMs: number }) => ({
        start: span.startMs / 1000,
        end: span.endMs / 1000,
      })
      recognized.set(name, {
        regions: regions.map(seconds),
        passages: chunks.map((chunk) => ({ ...seconds(chunk), otherTexts: chunk.otherTexts ?? [] })),
        words: transcriptWords(transcript).map(({ text, startMs }) => ({ text, start: startMs / 1000 })),
        turns: references.get(name)?.turns ?? [],
      })
    }
  } finally {
    await studio.close()
  }
  return recognized
}
