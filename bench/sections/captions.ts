import { reportQuality } from '../captions/quality-report.ts'
import { reportSpeed } from '../captions/speed-report.ts'
import { readOpenSet, readSamples } from '../doubts/doubt-recordings.ts'
import { transcribeAll } from '../doubts/transcribed.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { type BenchContext, needEvaldata } from './section.ts'

/** Quality of captions by the rules of each preset, and the time they take. */
export async function measureCaptions(context: BenchContext): Promise<string> {
  const recordings = [...readOpenSet(needEvaldata(context)), ...readSamples()]
  const made = await inWorkFolder((folder) => transcribeAll(recordings, [1], folder, context.say))
  const quality = reportQuality(
    made.map(({ recording: { name, language, seconds }, transcript }) => ({
      name,
      transcript,
      language,
      durationMs: Math.round(seconds * 1_000),
    })),
  )
  context.say('  speed')
  return `${quality}\n\n${reportSpeed(context.say)}`
}
