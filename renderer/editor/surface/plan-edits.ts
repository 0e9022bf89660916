import type { ChangeSet, Text } from '@codemirror/state'
import { EditRefused } from '#core/edits/refused'
import type { Edit } from '#core/edits/edit'
import type { EditLimits } from '#core/edits/times'
import type { Transcript } from '#core/transcript/transcript'
import { changedRegions, type ChangedRegion } from './changed-regions.ts'
import { isBlankText, paragraphOfLine, type BlankLine, type Lines } from './lines.ts'
import { ScratchTranscript } from './scratch-transcript.ts'

/** What a change of the surface's text means for core. */
export interface EditPlan {
  readonly edits: readonly Edit[]
  /** The lines without text after the change. */
  readonly blanks: readonly BlankLine[]
  readonly transcript: Transcript
}

export interface PlanOptions {
  readonly limits?: EditLimits
  /** Parts of the inserted text that were cut or copied from redacted words. */
  readonly fromRedacted?: readonly string[]
}

/** What a new line represents. */
type Entry = { readonly paragraphId: string } | { readonly emptiedId: string } | { readonly opened: true }

const opened: Entry = { opened: true }

/**
 * Translates a change of lines into edits of paragraphs. A changed line becomes `replace-text`, a new line
 * `split-paragraph`, a removed one `merge-paragraphs` or, if removed whole, `delete-paragraph`; many lines
 * are added or removed by one edit. Null if core cannot express the change, which is then rejected.
 */
export function planEdits(
  lines: Lines,
  changes: ChangeSet,
  before: Text,
  after: Text,
  newId: () => string,
  { limits = {}, fromRedacted = [] }: PlanOptions = {},
): EditPlan | null {
  const scratch = new ScratchTranscript(lines.transcript, newId, { limits, fromRedacted })
  const regions = changedRegions(changes, before, after)
  const planned: Entry[][] = []
  try {
    // From the end, so that a region's edits do not move the regions still to be planned.
    for (const region of regions.toReversed()) planned.unshift(planRegion(scratch, lines, region))
  } catch (error) {
    if (error instanceof EditRefused) return null
    throw error
  }
  const { transcript } = scratch
  const blanks = blanksAfter(lines.blanks, regions, planned).map((blank) => ({
    ...blank,
    paragraphId: scratch.idNow(blank.paragraphId),
  }))
  const openedCount = blanks.filter((blank) => blank.paragraphId === null).length
  if (transcript.paragraphs.length !== after.lines - openedCount) {
    throw new RangeError('Lines and paragraphs have come apart')
  }
  return { edits: scratch.edits, blanks, transcript }
}

/** Blank lines between the regions, moved, and those that the regions created. */
function blanksAfter(
  before: readonly BlankLine[],
  regions: readonly ChangedRegion[],
  planned: readonly (readonly Entry[])[],
): BlankLine[] {
  const blanks: BlankLine[] = []
  let untilLine = 0
  let shift = 0
  const keep = (toLine: number): void => {
    for (const blank of before) {
      if (blank.line >= untilLine && blank.line < toLine) blanks.push({ ...blank, line: blank.line + shift })
    }
  }
  for (const [index, region] of regions.entries()) {
    keep(region.fromLine)
    for (const [offset, entry] of (planned[index] ?? []).entries()) {
      const line = region.fromLine + shift + offset
      if ('opened' in entry) blanks.push({ line, paragraphId: null })
      else if ('emptiedId' in entry) blanks.push({ line, paragraphId: entry.emptiedId })
    }
    untilLine = region.fromLine + region.oldLines.length
    shift += region.newLines.length - region.oldLines.length
  }
  keep(Infinity)
  return blanks
}

function planRegion(scratch: ScratchTranscript, lines: Lines, region: ChangedRegion): Entry[] {
  const { fromLine, newLines, head, tail } = region
  const olds = region.oldLines.map((_, index) => paragraphOfLine(lines, fromLine + index)?.id ?? null)
  const [first = null] = olds
  const last = olds.at(-1) ?? null
  const above = realAbove(lines, fromLine)
  const below = realBelow(lines, fromLine + olds.length - 1)
  const spread = (id: string | null, texts: readonly string[]): Entry[] =>
    spreadOver(scratch, id, texts, above, below)
  if (olds.length === 1) return spread(first, newLines)

  scratch.removeAll(olds.slice(1, -1))
  const keepsFirst = first !== null && !isBlankText(head)
  const keepsLast = last !== null && !isBlankText(tail)
  if (!keepsLast) {
    // Nothing remains of the last paragraph, or of either: the first one continues, if there is one.
    if (first !== null) scratch.remove(last)
    return spread(first ?? last, newLines)
  }
  if (newLines.length > 1) {
    scratch.setText(last, newLines.at(-1) ?? '')
    return [...spreadOver(scratch, first, newLines.slice(0, -1), above, last), { paragraphId: last }]
  }
  if (!keepsFirst) scratch.remove(first)
  else if (scratch.merge(first, last)) return spread(first, newLines)
  else {
    scratch.remove(last)
    return spread(first, newLines)
  }
  return spread(last, newLines)
}

/** Assigns lines to a paragraph, which is split between lines with text. `id` null: there is no paragraph yet. */
function spreadOver(
  scratch: ScratchTranscript,
  id: string | null,
  texts: readonly string[],
  above: string | null,
  below: string | null,
): Entry[] {
  const written = texts.filter((text) => !isBlankText(text))
  if (written.length === 0) {
    return texts.map((_, index) => (id !== null && index === 0 ? { emptiedId: id } : opened))
  }
  const ids = id === null ? scratch.create(written, above, below) : scratch.split(id, written)
  return texts.map((text) => {
    const own = isBlankText(text) ? undefined : ids.shift()
    return own === undefined ? opened : { paragraphId: own }
  })
}

/** The nearest line above whose paragraph still has text. */
function realAbove(lines: Lines, line: number): string | null {
  return realFrom(lines, line, -1)
}

function realBelow(lines: Lines, line: number): string | null {
  return realFrom(lines, line, 1)
}

function realFrom(lines: Lines, line: number, step: 1 | -1): string | null {
  const opens = new Set(lines.blanks.map((blank) => (blank.paragraphId === null ? blank.line : -1)))
  let at = line + step
  while (opens.has(at)) at += step
  return at < 0 ? null : (paragraphOfLine(lines, at)?.id ?? null)
}
