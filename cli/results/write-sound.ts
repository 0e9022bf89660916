import type { DocumentWithExtras } from '#core/formats/format'
import { loudnessWords } from '#core/formats/sounds/loudness-words'
import { type SoundChoices, type SoundFileId, soundFiles } from '#core/formats/sounds/sound-files'
import { makeSoundFile, type SoundOfCut } from '#studio/export/sound-file'
import type { Studio } from '#studio/studio'
import type { Terminal } from '../terminal/terminal.ts'
import { newOutput, type OutputPlan } from './new-output.ts'
import { shownPath } from './results.ts'

/** Writes the sound of a document's recording; says how loud it became if that was asked for. Returns its size in bytes. */
export async function writeSound(
  studio: Pick<Studio, 'library'>,
  terminal: Terminal,
  document: DocumentWithExtras,
  id: SoundFileId,
  choices: SoundChoices,
  plan: OutputPlan & {
    readonly name: string
    readonly transcriptVersion: number
    readonly signal: AbortSignal
    /** Default: the document's part. */
    readonly cut?: SoundOfCut
  },
): Promise<number> {
  const { output, real } = await newOutput(plan, plan.name + soundFiles[id].ending)
  // A watched folder does not take it for a new recording.
  const { recordingId } = document.transcript
  const made = { settingsKey: '', transcriptVersion: plan.transcriptVersion, sha256: '' }
  await studio.library.recordOutput({ path: output, format: id, recordingId, ...made })
  terminal.startFile()
  const { bytes, loudness } = await makeSoundFile(studio.library, document, id, output, choices, {
    signal: plan.signal,
    ...(plan.cut === undefined ? {} : { cut: plan.cut }),
    onProgress: (fraction) => terminal.soundFileProgress(output, fraction),
  })
  plan.written.add(real)
  const lines = [terminal.words('result.written', { file: shownPath(output) })]
  if (loudness !== null) lines.push(loudnessWords(loudness, terminal.language, terminal.locale))
  terminal.note('written', { file: output, format: id, bytes, loudness }, lines.join('\n  '))
  return bytes
}
