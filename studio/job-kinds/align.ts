import { Step, type Step as StepName } from '#contracts/progress'
import { AlignSettings, TranscribeSettings } from '#contracts/settings'
import { alignRecording, type RecordingAlignment } from '../align/align-recording.ts'
import { readGivenText } from '../align/given-texts.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { settingsHash } from '../queue/settings-hash.ts'
import { uncountedSteps, wholeFraction } from '../recognition/step-shares.ts'
import type { TranscribeDependencies } from '../recognition/transcribing.ts'
import { transcribe } from './transcribe.ts'

export const ALIGN = 'align'

export const alignKey = (settings: AlignSettings): string => settingsHash({ kind: ALIGN, ...settings })

/** Job kind that aligns a text with a recording, transcribing it first unless that is done. */
export function alignKind(dependencies: TranscribeDependencies): JobKind<RecordingAlignment, StepName> {
  const { library } = dependencies
  return {
    name: ALIGN,
    waitsFor: ['recording', 'battery'],
    // Waits for a transcription, whose concurrency the person sets.
    atOnce: () => Promise.resolve(1),
    keyOf: async (settings) => alignKey(AlignSettings.parse(settings)),
    wholeFraction(settings, step, fraction) {
      const { success, data } = AlignSettings.safeParse(settings)
      const known = Step.safeParse(step)
      return success && known.success ? wholeFraction(known.data, fraction, uncountedSteps(data)) : 0
    },
    async run({ job: { id, recordingId, settings }, signal, report }) {
      if (recordingId === null) throw new Error(`job ${id} has no recording`)
      const { textSha256, fileName, ...others } = AlignSettings.parse(settings)
      const { document } = await readGivenText(library.folder, textSha256, fileName)
      const recording = await library.recording(recordingId)
      const made = await transcribe(dependencies, recording, TranscribeSettings.parse(others), {
        signal,
        onProgress: (progress) => {
          if (progress.kind === 'step') report(progress.step, progress.fraction)
        },
      })
      signal.throwIfAborted()
      const result = await alignRecording(library, recording, made.transcriptId, { fileName, document })
      return { result, failure: null }
    },
    rest: () => Promise.resolve(),
  }
}
