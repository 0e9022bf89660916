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
  /** The lines without text after it. */
  readonly blanks: readonly BlankLine[]
  readonly transcript: Transcript
}

/** What stands behind a new line. */
type Entry = { readonly paragraphId: string } | { readonly emptiedId: string } | { readonly opened: true }

const opened: Entry = { opened: true }

/**
 * The edits that make of the paragraphs what a change made of the lines. A line that changed is `replace-text`, a new
 * line `split-paragraph`, one that went `merge-paragraphs` or, gone whole, `delete-paragraph`; many lines come or go by
 * one edit. Null where core has no way to say it: then the change is not to be made.
 */
export function planEdits(
  lines: Lines,
  changes: ChangeSet,
  before: Text,
  after: Text,
  newId: () => string,
  limits: EditLimits = {},
): EditPlan | null {
  const scratch = new ScratchTranscript(lines.transcript, newId, limits)
  const regions = changedRegions(changes, before, after)
  const planned: Entry[][] = []
  try {
    // From the end: what a region makes of its paragraphs is behind all that are still to come.
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

/** Those between the regions, moved, and those that the regions made. */
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
    // Of the last paragraph nothing is left, or nothing of either: the first one goes on, if there is one.
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

/** Gives lines to a paragraph, which is split between those that have text. `id` null: there is none yet. */
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

/** The nearest line above with a paragraph that has its text still. */
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
