import type { Track } from './track.ts'

/** Two voices in one cue, each with a line of its own: what the lines hold while the span of atoms grows. */
export interface SharedCue {
  readonly lines: readonly [SharedLine, SharedLine]
  changes: number
}

interface SharedLine {
  readonly voice: number
  /** The one paragraph of this voice once the other voice has begun. */
  readonly paragraph: number
  length: number
}

/**
 * The cue once its second voice begins with the atom at `at` (which `addAtom` has still to take in); the
 * atoms from `from` on are the first voice's.
 */
export function beginSharing(track: Track, from: number, at: number): SharedCue {
  const first: SharedLine = {
    voice: track.voices[from] ?? 0,
    paragraph: track.paragraphs[at - 1] ?? 0,
    length: opening(track, from) + track.lineLength(from, at),
  }
  // The space before the first atom of a line is not written.
  const second: SharedLine = {
    voice: track.voices[at] ?? 0,
    paragraph: track.paragraphs[at] ?? 0,
    length: opening(track, at) - (track.joinerLengths[at] ?? 0),
  }
  return { lines: [first, second], changes: 0 }
}

/** Characters of the dash and the name that open a line. */
function opening(track: Track, at: number): number {
  const name = track.namesLengths[at] ?? 0
  return track.rules.dialogueDash.length + (name === 0 ? 0 : name + 1)
}

/** Takes in the atom at `at`; false if a third voice, another turn, or a line that is full forbids it. */
export function addAtom(track: Track, cue: SharedCue, at: number): boolean {
  const voice = track.voices[at]
  const line = cue.lines.find((candidate) => candidate.voice === voice)
  if (line === undefined) return false
  if (track.voices[at - 1] !== voice) cue.changes++
  // Back to a voice that spoke before: only inside its turn, or question and answer would be mixed up.
  if (cue.changes > 1 && track.paragraphs[at] !== line.paragraph) return false
  line.length += (track.joinerLengths[at] ?? 0) + (track.textLengths[at] ?? 0)
  const room = track.rules.maxCharactersPerLine
  return cue.lines[0].length <= room && cue.lines[1].length <= room
}

export const sharedLength = (cue: SharedCue): number => cue.lines[0].length + cue.lines[1].length
