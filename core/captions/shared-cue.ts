import { breaksLine, hasLineName, type Track } from './track.ts'

/** Two voices in one cue, each on its own line: the contents of the lines while the span of atoms grows. */
export interface SharedCue {
  readonly lines: readonly [SharedLine, SharedLine]
  changes: number
}

interface SharedLine {
  readonly voice: number
  /** The only paragraph that this voice may continue once the other voice has begun. */
  readonly paragraph: number
  length: number
}

/**
 * The cue when its second voice begins with the atom at `at` (not yet added by `addAtom`); the atoms from `from` on
 * belong to the first voice.
 */
export function beginSharing(track: Track, from: number, at: number): SharedCue {
  const first: SharedLine = {
    voice: track.voices[from] ?? 0,
    paragraph: track.paragraphs[at - 1] ?? 0,
    length: opening(track, from, from) + track.lineLength(from, at),
  }
  // The space before the first atom of a line is omitted.
  const second: SharedLine = {
    voice: track.voices[at] ?? 0,
    paragraph: track.paragraphs[at] ?? 0,
    length: opening(track, from, at) - (track.joinerLengths[at] ?? 0),
  }
  return { lines: [first, second], changes: 0 }
}

/** Length of the dash and the name at the start of a line; a mark at the start of the cue applies to both lines. */
function opening(track: Track, from: number, at: number): number {
  const name = hasLineName(track, from) ? (track.givenLengths[at] ?? 0) : 0
  return track.rules.dialogueDash.length + (name === 0 ? 0 : name + 1)
}

/** Adds the atom at `at`; false if it has a third voice, belongs to another turn, or does not fit on its line. */
export function addAtom(track: Track, cue: SharedCue, at: number): boolean {
  const voice = track.voices[at]
  const line = cue.lines.find((candidate) => candidate.voice === voice)
  if (line === undefined) return false
  if (cue.changes > 0 && breaksLine(track, at - 1, at + 1)) return false
  if (track.voices[at - 1] !== voice) cue.changes++
  // Returning to an earlier voice is allowed only within its turn, or question and answer would be mixed up.
  if (cue.changes > 1 && track.paragraphs[at] !== line.paragraph) return false
  line.length += (track.joinerLengths[at] ?? 0) + (track.textLengths[at] ?? 0)
  const room = track.rules.maxCharactersPerLine
  return cue.lines[0].length <= room && cue.lines[1].length <= room
}

export const sharedLength = (cue: SharedCue): number => cue.lines[0].length + cue.lines[1].length
