import { Fault } from '#contracts/errors'
import type { Run } from '#core/transcript/transcript'
import type { Library } from '../library/library.ts'

/** The run setting with the file name of a text that was aligned with the run's words. */
const ALIGNED = 'alignedText'

/** File name of the text that was aligned with a run's words; null if there was none. */
export function alignedTextOf({ settings }: Run): string | null {
  const name = settings[ALIGNED]
  return typeof name === 'string' ? name : null
}

/**
 * The recognized transcript whose words gave an aligned text its times; null if the transcript is not an
 * aligned text, or the recognized one no longer exists. Fault `recording.no-transcript`.
 */
export async function recognizedTranscript(library: Library, transcriptId: string): Promise<string | null> {
  const facts = await library.transcriptFacts(transcriptId)
  if (facts === undefined) throw new Fault('recording.no-transcript', { reference: transcriptId })
  const { run, recordingId } = facts
  if (run.settings[ALIGNED] === undefined) return null
  const key = withoutText(run)
  const all = await library.transcriptsOf(recordingId)
  const same = all.filter(
    (each) => each.id !== transcriptId && each.state === 'done' && withoutText(each.run) === key,
  )
  return same.findLast((each) => each.run.settings[ALIGNED] === undefined)?.id ?? null
}

/** An aligned text has the run of the words that it was aligned with, plus the text's name. */
function withoutText({ program, version, models, settings }: Run): string {
  const rest = Object.entries(settings)
    .filter(([name]) => name !== ALIGNED)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([program, version, models, rest])
}
