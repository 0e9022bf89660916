import type { CaptionRules } from '#core/captions/caption-rules'
import { framesOf, msOfFrames, type RuleChanges } from '#core/captions/presets/change-settings'
import { type NumberRow as RuleRow, type NumberRule, numberRules } from '#core/captions/presets/number-rules'
import type { MessageKey, ProgramLanguage } from '#core/messages/messages'

/** The source of a popover's numbers. */
export interface ShownRules {
  readonly rules: CaptionRules
  readonly frameRate: number | null
}

/** A number of the rules in its displayed unit. */
export interface NumberRow {
  readonly id: NumberRule
  readonly label: Readonly<Record<ProgramLanguage, string>>
  readonly unit: MessageKey | null
  readonly isWhole: boolean
  readonly value: number
  readonly least: number
  readonly most: number
  readonly changes: (value: number) => RuleChanges
}

/** The two numbers of a line come first. */
export function lineRows(shown: ShownRules): readonly NumberRow[] {
  return rowsOf(shown, ({ unit }) => unit === 'whole')
}

/** The other rows of the popover except reading speed, frame rate and choices, in order. */
export function numberRows(shown: ShownRules): readonly NumberRow[] {
  return rowsOf(shown, ({ unit }) => unit !== 'whole')
}

function rowsOf(shown: ShownRules, isWanted: (row: RuleRow) => boolean): readonly NumberRow[] {
  return (Object.keys(numberRules) as NumberRule[]).flatMap((id) => {
    const { row, isOptional } = numberRules[id]
    if (row === null || !isWanted(row) || (isOptional && shown.rules[id] === undefined)) return []
    return [rowOf(id, row, shown)]
  })
}

function rowOf(id: NumberRule, row: RuleRow, shown: ShownRules): NumberRow {
  const { rules } = shown
  const value = rules[id] ?? 0
  const [lowest, highest] = numberRules[id].range
  const least = Math.max(lowest, row.least?.(rules) ?? lowest)
  const most = Math.min(highest, row.most?.(rules) ?? highest)
  const plain = { id, label: row, isWhole: true, value, least, most }
  switch (row.unit) {
    case 'whole':
      return { ...plain, unit: null, changes: (next) => ({ [id]: next }) }
    case 'seconds':
      return {
        ...plain,
        unit: 'captions.rules.unit.seconds',
        isWhole: false,
        value: value / 1_000,
        least: least / 1_000,
        most: most / 1_000,
        changes: (next) => ({ [id]: Math.round(next * 1_000) }),
      }
    case 'frames':
      return framesRow(plain, shown)
  }
}

/** In frames if there is a frame rate and the time is a whole number of them, else in ms. */
function framesRow(plain: Omit<NumberRow, 'unit' | 'changes'>, { rules, frameRate }: ShownRules): NumberRow {
  const { id, value, most } = plain
  const frames = framesOf(value, frameRate)
  // Gaps shorter than the minimum are closed to it.
  const changes = (ms: number): RuleChanges => ({
    [id]: ms,
    ...(id === 'gapMs' && rules.closeGapsUnderMs < ms ? { closeGapsUnderMs: ms } : {}),
  })
  if (frames === null || frameRate === null) return { ...plain, unit: 'captions.rules.unit.ms', changes }
  return {
    ...plain,
    unit: 'captions.rules.unit.frames',
    value: frames,
    most: Math.floor((most * frameRate) / 1_000),
    changes: (next) => changes(msOfFrames(next, frameRate)),
  }
}
