import path from 'node:path'
import type { TranscriptDocument } from '#core/transcript/document'
import type { EvalRecording } from '../evaldata/recordings.ts'
import type { TurnReference } from '../evaldata/turns.ts'
import { readResult, runParolo } from '../measure/parolo.ts'
import type { SpeakerTurn } from '../scoring/diarization-error.ts'
import type { TimedWord } from '../scoring/word-starts.ts'
import type { ProgramOutput, ProgramOutputs } from './program-output.ts'

/** The complete program, with the command line: one batch per language, as a person would do it. */
export async function transcribeWithParolo(
  recordings: readonly EvalRecording[],
  references: ReadonlyMap<string, TurnReference>,
  folder: string,
  options: { readonly quick?: boolean; readonly model?: string } = {},
): Promise<ProgramOutputs> {
  const quick = options.quick === true
  const data = libraryOf(folder, quick)
  const out = path.join(folder, quick ? 'automatic-quick' : 'automatic')
  const outGiven = path.join(folder, 'given')
  let seconds = 0
  for (const [language, its] of Map.groupBy(recordings, (recording) => recording.language)) {
    const run = await runParolo(
      its.map((recording) => recording.path),
      { data, out, language, quick, ...(options.model === undefined ? {} : { model: options.model }) },
    )
    seconds += run.seconds
  }
  const of = new Map<string, ProgramOutput>()
  for (const { name, path: file, language } of recordings) {
    const document = await readResult(file, out)
    const speakers = references.get(name)?.speakers
    // Words are already in the library: this only counts the speakers again.
    if (speakers !== undefined) await runParolo([file], { data, out: outGiven, language, speakers })
    of.set(name, {
      text: textOfDocument(document),
      words: wordsOf(document),
      turns:
        speakers === undefined
          ? null
          : { automatic: turnsOf(document), given: turnsOf(await readResult(file, outGiven)) },
    })
  }
  return { program: quick ? 'Parolo --quick' : 'Parolo', of, seconds }
}

/** Location of the recordings after `transcribeWithParolo`. */
export const libraryOf = (folder: string, quick = false): string =>
  path.join(folder, quick ? 'library-quick' : 'library')

/** The words of a result with their punctuation. */
export const textOfDocument = ({ transcript }: TranscriptDocument): string =>
  transcript.paragraphs
    .map((paragraph) => paragraph.words.map((word) => word.before + word.text).join(''))
    .join('\n')

const wordsOf = ({ transcript }: TranscriptDocument): TimedWord[] =>
  transcript.paragraphs
    .flatMap((paragraph) => paragraph.words)
    .map((word) => ({ text: word.text, start: word.startMs / 1000 }))

const turnsOf = ({ transcript }: TranscriptDocument): SpeakerTurn[] =>
  transcript.turns.map((turn) => ({
    speaker: turn.speakerId,
    start: turn.startMs / 1000,
    end: turn.endMs / 1000,
  }))
