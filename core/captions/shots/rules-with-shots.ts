import type { CaptionRules } from '../caption-rules.ts'

// Rules and times never change in place; problems of unchanged captions are kept by the identity of the rules.
const known = new WeakMap<CaptionRules, WeakMap<readonly number[], CaptionRules>>()
const without = new WeakMap<CaptionRules, CaptionRules>()

/**
 * The rules, with the shot changes of the video by which they judge; the same object for the same rules and times, and
 * the rules themselves if no shots are known or they do not matter.
 * @param timesMs in order
 */
export function rulesWithShots(rules: CaptionRules, timesMs: readonly number[]): CaptionRules {
  if (timesMs.length === 0 || rules.shots === 'off' || rules.isJudged === false) return rules
  const byTimes = known.get(rules) ?? new WeakMap<readonly number[], CaptionRules>()
  known.set(rules, byTimes)
  const before = byTimes.get(timesMs)
  if (before !== undefined) return before
  const made = { ...rules, shotTimesMs: timesMs }
  byTimes.set(timesMs, made)
  without.set(made, rules)
  return made
}

/** The rules by which captions are cut and timed: shots do not change them. */
export const rulesWithoutShots = (rules: CaptionRules): CaptionRules => without.get(rules) ?? rules
