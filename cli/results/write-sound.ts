import type { DocumentWithExtras } from '#core/formats/format'
import { loudnessWords } from '#core/formats/sounds/loudness-words'
import { type SoundChoices, type SoundFileId, soundFiles } from '#core/formats/sounds/sound-files'
import { formats } from '#core/formats/formats'
import { lossWords } from '#core/formats/loss-words'
import { makeExport } from '#studio/export/make-export'
import { writeQdaWithSound } from '#studio/export/qda-with-sound'
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
    readonly beforeMoved: () => Promise<void>
    /** Default: the document's part. */
    readonly cut?: SoundOfCut
    /** In a REFI-QDA project with the text; default: the sound alone. */
    readonly inProject?: boolean
  },
): Promise<number> {
  const { inProject = false } = plan
  const { output, real } = await newOutput(
    plan,
    plan.name + (inProject ? formats.qdpx.extension : soundFiles[id].ending),
  )
  // A watched folder does not take it for a new recording.
  const { recordingId } = document.transcript
  const format = inProject ? 'qdpx' : id
  const made = { settingsKey: '', transcriptVersion: plan.transcriptVersion, sha256: '' }
  await studio.library.recordOutput({ path: output, format, recordingId, ...made })
  terminal.startFile()
  const options = {
    signal: plan.signal,
    beforeMoved: plan.beforeMoved,
    ...(plan.cut === undefined ? {} : { cut: plan.cut }),
    onProgress: (fraction: number) => terminal.soundFileProgress(output, fraction),
  }
  const { bytes, loudness } = inProject
    ? await writeQdaWithSound(studio.library, document, output, choices, options)
    : await makeSoundFile(studio.library, document, id, output, choices, options)
  plan.written.add(real)
  const lines = [terminal.words('result.written', { file: shownPath(output) })]
  if (loudness !== null) lines.push(loudnessWords(loudness, terminal.language, terminal.locale))
  const losses = inProject ? (await makeExport(plan.cut?.document ?? document, 'qdpx', {})).losses : []
  const lost = inProject ? lossWords(losses, 'qdpx', terminal.language) : null
  if (lost !== null) lines.push(lost)
  const facts = { file: output, format, bytes, loudness, ...(inProject ? { losses } : {}) }
  terminal.note('written', facts, lines.join('\n  '))
  return bytes
}
