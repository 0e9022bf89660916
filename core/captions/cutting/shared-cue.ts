import { breaksLine, hasLineName, type CostTable } from '../costs/cost-table.ts'

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
export function beginSharing(table: CostTable, from: number, at: number): SharedCue {
  const first: SharedLine = {
    voice: table.voices[from] ?? 0,
    paragraph: table.paragraphs[at - 1] ?? 0,
    length: opening(table, from, from) + table.lineLength(from, at),
  }
  // The space before the first atom of a line is omitted.
  const second: SharedLine = {
    voice: table.voices[at] ?? 0,
    paragraph: table.paragraphs[at] ?? 0,
    length: opening(table, from, at) - (table.joinerLengths[at] ?? 0),
  }
  return { lines: [first, second], changes: 0 }
}

/** Length of the dash and the name at the start of a line; a mark at the start of the cue applies to both lines. */
function opening(table: CostTable, from: number, at: number): number {
  const name = hasLineName(table, from) ? (table.givenLengths[at] ?? 0) : 0
  return table.rules.dialogueDash.length + (name === 0 ? 0 : name + 1)
}

/** Adds the atom at `at`; false if it has a third voice, belongs to another turn, or does not fit on its line. */
export function addAtom(table: CostTable, cue: SharedCue, at: number): boolean {
  const voice = table.voices[at]
  const line = cue.lines.find((candidate) => candidate.voice === voice)
  if (line === undefined) return false
  if (cue.changes > 0 && breaksLine(table, at - 1, at + 1)) return false
  if (table.voices[at - 1] !== voice) cue.changes++
  // Returning to an earlier voice is allowed only within its turn, or question and answer would be mixed up.
  if (cue.changes > 1 && table.paragraphs[at] !== line.paragraph) return false
  line.length += (table.joinerLengths[at] ?? 0) + (table.textLengths[at] ?? 0)
  const room = table.rules.maxCharactersPerLine
  return cue.lines[0].length <= room && cue.lines[1].length <= room
}

export const sharedLength = (cue: SharedCue): number => cue.lines[0].length + cue.lines[1].length
