import type { Cue, CueLine } from '../../captions/cues.ts'
import { speakerNames } from '../../transcript/speaker-names.ts'
import { namesInText } from '../document-cues.ts'
import type { DocumentWithExtras, WriteOptions } from '../format.ts'

/** The consecutive lines of one speaker in a cue. */
export interface CueVoice {
  /** The speaker's name or label; null if unknown. */
  readonly name: string | null
  readonly lines: readonly string[]
  /** The same lines with their italics. */
  readonly styled: readonly CueLine[]
}

/** The names of a document's speakers by id. */
export const namesOf = ({ transcript }: DocumentWithExtras, options: WriteOptions): Map<string, string> =>
  speakerNames(transcript.speakers, options.speakerLabel)

export function cueVoices({ lines }: Cue, names: ReadonlyMap<string, string>): CueVoice[] {
  const voices: { id: string | null; name: string | null; lines: string[]; styled: CueLine[] }[] = []
  for (const line of lines) {
    const { speakerId } = line
    const last = voices.at(-1)
    if (last !== undefined && last.id === speakerId) {
      last.lines.push(line.text)
      last.styled.push(line)
    } else
      voices.push({
        id: speakerId,
        name: speakerId === null ? null : (names.get(speakerId) ?? null),
        lines: [line.text],
        styled: [line],
      })
  }
  return voices
}

/** How many speakers with a name occur in the cues whose text never shows it: the loss of a format without names. */
export function namedSpeakers(
  cues: readonly Cue[],
  document: DocumentWithExtras,
  options: WriteOptions,
): number {
  if (namesInText(document, options) !== 'never') return 0
  const speaking = new Set(cues.flatMap(({ lines }) => lines.map(({ speakerId }) => speakerId)))
  return document.transcript.speakers.filter(({ id, name }) => name !== null && speaking.has(id)).length
}

/** How many cues have more than one line: the loss of a format without line breaks. */
export const brokenCues = (cues: readonly Cue[]): number =>
  cues.filter(({ lines }) => lines.length > 1).length
