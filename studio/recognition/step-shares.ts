import { type Step, steps } from '#contracts/progress'
import type { TranscribeSettings } from '#contracts/settings'
import { hasRange } from '#core/sound/range'

/**
 * Approximate share of each step in the total time, for one progress bar (measured on two cores, bench/RESULTS.md).
 */
const STEP_SHARES: Readonly<Record<Step, number>> = {
  import: 0.01,
  sound: 0.08,
  regions: 0.04,
  speakers: 0.19,
  words: 0.55,
  'second-look': 0.12,
  paragraphs: 0.01,
}

/**
 * Steps left out of the total: a quick job has no second pass, and with all tracks it is part of each track's
 * words; with a range, import and decoding time is unrelated to the rest.
 */
export function uncountedSteps(
  settings: Pick<TranscribeSettings, 'quick' | 'tracks' | 'fromMs' | 'toMs'>,
): ReadonlySet<Step> {
  const uncounted = new Set<Step>()
  if (settings.quick || settings.tracks === 'all') uncounted.add('second-look')
  if (hasRange(settings)) uncounted.add('import').add('sound')
  return uncounted
}

/** Overall progress, 0–1. */
export function wholeFraction(
  step: Step,
  fraction: number,
  uncounted: ReadonlySet<Step> = new Set(),
): number {
  const shareOf = (one: Step): number => (uncounted.has(one) ? 0 : STEP_SHARES[one])
  const sumOf = (some: readonly Step[]): number => some.reduce((sum, one) => sum + shareOf(one), 0)
  const before = sumOf(steps.slice(0, steps.indexOf(step)))
  return Math.min(1, (before + shareOf(step) * fraction) / sumOf(steps))
}
