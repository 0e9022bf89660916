import type { CuePosition } from '../../transcript/marks/kinds/position.ts'
import { cueLine, type CueLine } from '../cue-line.ts'
import { cueTiming, type CueTiming } from './cue-timing.ts'
import { fixedLines } from './fixed-lines.ts'
import { isPrefixAlone, lineStarts } from './lines.ts'
import type { CueSpan } from './segmentation.ts'
import { hasLineName, type CostTable } from '../costs/cost-table.ts'

/** A cue without its times. */
export interface CueDraft {
  /** Number of its atoms. */
  readonly atoms: number
  readonly timing: CueTiming
  readonly shown: ShownCue
}

interface ShownCue {
  readonly lines: readonly CueLine[]
  readonly wordIds: readonly string[]
  readonly isFixed?: true
  readonly position?: CuePosition
}

/** The text before a speaker's words, without its space; '' for none. */
export type PrefixOf = (speakerId: string | null) => string

export function cueDraft(table: CostTable, span: CueSpan, prefixOf: PrefixOf): CueDraft {
  const atoms = table.placed.slice(span.from, span.to)
  const isFixed = atoms[0]?.atom.fixed !== undefined
  const position = atoms.find(({ atom }) => atom.marked?.position !== undefined)?.atom.marked?.position
  return {
    atoms: atoms.length,
    timing: cueTiming(table, span),
    shown: {
      lines: linesOf(table, span, prefixOf),
      wordIds: [...new Set(atoms.flatMap(({ atom }) => atom.wordIds))],
      ...(isFixed ? { isFixed } : {}),
      ...(position === undefined ? {} : { position }),
    },
  }
}

function linesOf(table: CostTable, span: CueSpan, prefixOf: PrefixOf): CueLine[] {
  const fixed = table.placed[span.from]?.atom.fixed
  if (fixed === undefined)
    return span.isShared ? sharedLines(table, span, prefixOf) : ownLines(table, span, prefixOf)
  const isShared = fixed.parts.length > 1
  const isNamed = isShared ? hasLineName(table, span.from) : (table.prefixLengths[span.from] ?? 0) > 0
  return fixedLines(fixed, table.rules, ({ speakerId, words, isImported = false }) => {
    const prefix = isNamed ? prefixOf(speakerId) : ''
    const hasDash = isImported || /^[-‐–—]/u.test(words[0]?.text ?? '')
    const dash = isShared && !hasDash ? table.rules.dialogueDash : ''
    return dash + (prefix === '' ? '' : `${prefix} `)
  })
}

function ownLines(table: CostTable, span: CueSpan, prefixOf: PrefixOf): CueLine[] {
  const first = table.placed[span.from]
  const speakerId = first?.speakerId ?? null
  const prefix = (table.prefixLengths[span.from] ?? 0) > 0 ? prefixOf(speakerId) : ''
  const starts = lineStarts(table, span.from, span.to)
  const isAlone = prefix !== '' && isPrefixAlone(table, span.from)
  const opening = prefix === '' || isAlone ? '' : `${prefix} `
  const lines = starts.map((start, line) => {
    const atoms = table.placed.slice(start, starts[line + 1] ?? span.to)
    return cueLine(speakerId, line === 0 ? opening : '', atoms)
  })
  return isAlone ? [{ speakerId, text: prefix }, ...lines] : lines
}

function sharedLines(table: CostTable, span: CueSpan, prefixOf: PrefixOf): CueLine[] {
  const atoms = table.placed.slice(span.from, span.to)
  const voices = [...new Set(atoms.map((atom) => atom.voice))]
  return voices.map((voice) => {
    const own = atoms.filter((atom) => atom.voice === voice)
    const speakerId = own[0]?.speakerId ?? null
    const prefix = hasLineName(table, span.from) ? prefixOf(speakerId) : ''
    const opening = table.rules.dialogueDash + (prefix === '' ? '' : `${prefix} `)
    return cueLine(speakerId, opening, own)
  })
}
