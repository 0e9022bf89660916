import type { CaptionRules } from '#core/captions/caption-rules'
import { framesOf, msOfFrames, type RuleChanges } from '#core/captions/presets/change-settings'
import { type NumberRule, ruleRanges } from '#core/captions/presets/preset-file'
import type { MessageKey } from '#core/messages/messages'

/** The source of a popover's numbers. */
export interface ShownRules {
  readonly rules: CaptionRules
  readonly frameRate: number | null
}

/** A number of the rules in its displayed unit. */
export interface NumberRow {
  readonly id: NumberRule
  readonly label: MessageKey
  readonly unit: MessageKey | null
  readonly isWhole: boolean
  readonly value: number
  readonly least: number
  readonly most: number
  readonly changes: (value: number) => RuleChanges
}

/** The rows of the popover except reading speed, frame rate and choices, in order. */
export function numberRows(shown: ShownRules): readonly NumberRow[] {
  const { rules } = shown
  const ms = (value: number): number => Math.round(value * 1_000)
  const seconds = (
    id: NumberRule,
    label: MessageKey,
    least: number = ruleRanges[id][0],
    most: number = ruleRanges[id][1],
  ): NumberRow => ({
    id,
    label,
    unit: 'captions.rules.unit.seconds',
    isWhole: false,
    value: (rules[id] ?? 0) / 1_000,
    least: least / 1_000,
    most: most / 1_000,
    changes: (value) => ({ [id]: ms(value) }),
  })
  const { minDurationMs, maxDurationMs, gapMs, minMsPerWord } = rules
  return [
    ...(minMsPerWord === undefined ? [] : [seconds('minMsPerWord', 'captions.rules.word-time')]),
    seconds(
      'minDurationMs',
      'captions.rules.shortest',
      undefined,
      Math.min(ruleRanges.minDurationMs[1], maxDurationMs),
    ),
    seconds('maxDurationMs', 'captions.rules.longest', Math.max(ruleRanges.maxDurationMs[0], minDurationMs)),
    gapRow(shown),
    seconds('closeGapsUnderMs', 'captions.rules.close-gaps', gapMs),
    seconds('lingerMs', 'captions.rules.linger'),
    seconds('startToleranceMs', 'captions.rules.early'),
    seconds('pauseMs', 'captions.rules.pause'),
  ]
}

/** The two numbers of a line come first. */
export function lineRows({ rules }: ShownRules): readonly NumberRow[] {
  const whole = (id: NumberRule, label: MessageKey): NumberRow => ({
    ...plainRow(rules, id, label),
    isWhole: true,
  })
  return [
    whole('maxCharactersPerLine', 'captions.rules.characters'),
    whole('maxLines', 'captions.rules.lines'),
  ]
}

/** A number in the unit of its rule. */
export function plainRow(rules: CaptionRules, id: NumberRule, label: MessageKey): NumberRow {
  const [least, most] = ruleRanges[id]
  return {
    id,
    label,
    unit: null,
    isWhole: false,
    value: rules[id] ?? 0,
    least,
    most,
    changes: (value) => ({ [id]: value }),
  }
}

/** In frames if there is a frame rate and the gap is a whole number of them, else in ms. */
function gapRow({ rules: { gapMs, closeGapsUnderMs }, frameRate }: ShownRules): NumberRow {
  const frames = framesOf(gapMs, frameRate)
  const [least, most] = ruleRanges.gapMs
  // Gaps shorter than the minimum are closed to it.
  const changes = (ms: number): RuleChanges => ({
    gapMs: ms,
    ...(closeGapsUnderMs < ms ? { closeGapsUnderMs: ms } : {}),
  })
  const row = { id: 'gapMs', label: 'captions.rules.gap', isWhole: true, least } as const
  if (frames === null || frameRate === null) {
    return { ...row, unit: 'captions.rules.unit.ms', value: gapMs, most, changes }
  }
  return {
    ...row,
    unit: 'captions.rules.unit.frames',
    value: frames,
    most: Math.floor((most * frameRate) / 1_000),
    changes: (value) => changes(msOfFrames(value, frameRate)),
  }
}
