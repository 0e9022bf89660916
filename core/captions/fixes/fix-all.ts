import type { Cue } from '../cues.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { CueFixId } from '../problems/problem-kind.ts'
import { problemKinds } from '../problems/problem-kinds.ts'
import { shotsOf } from '../shots/shots.ts'
import { borrowTime } from './borrow-time.ts'
import { closeGap } from './close-gap.ts'
import { type CueFix, type FixPlace, isBetter, problemsOf } from './cue-fix.ts'
import { extendIntoSilence } from './extend-into-silence.ts'
import { splitAgain } from './split-again.ts'
import { fixedOnFrames } from './fixed-on-frames.ts'
import { snapToShots } from './snap-to-shots.ts'
import { spreadTimes } from './spread-times.ts'

/** The fixes that keep every word; each kind of problem says which of them may solve it. */
export const cueFixes: Readonly<Record<CueFixId, CueFix>> = {
  split: splitAgain,
  gap: closeGap,
  extend: extendIntoSilence,
  borrow: borrowTime,
  shot: snapToShots,
}

export interface FixOptions {
  /** The recording's length; Infinity if unknown. */
  readonly durationMs: number
  /** ISO 639-1. */
  readonly language: string
}

/** All cues after one fix of one of them; null if problems would not become fewer or smaller. */
export function fixCue(
  cues: readonly Cue[],
  index: number,
  id: CueFixId,
  rules: CaptionRules,
  options: FixOptions,
): Cue[] | null {
  const cue = cues[index]
  if (cue === undefined) return null
  const place = createFixPlace(cues[index - 1], cue, cues[index + 1], rules, options)
  const fixed = tried(place, id, cues[index + 2])
  if (fixed === null) return null
  const all = [...cues.slice(0, index), ...fixed.cues, ...cues.slice(index + 1)]
  if (fixed.before !== undefined) all[index - 1] = fixed.before
  if (fixed.after !== undefined) all[index + fixed.cues.length] = fixed.after
  return numbered(fixedOnFrames(all, cues, rules))
}

/** The fixes of a round; where shots are known, edges move to them last. */
const fixOrder = ['split', 'gap', 'extend', 'borrow', 'gap'] as const

/** After this many rounds nothing changes in practice. */
const MAX_ROUNDS = 4

/**
 * Fixes what times and line breaks alone can fix: no word is dropped, changed or moved. Returns the same
 * captions if nothing can be improved.
 */
export function fixAll(cues: readonly Cue[], rules: CaptionRules, options: FixOptions): readonly Cue[] {
  const steps = fixAllInSteps(cues, rules, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, yielding after each pass over the captions so that other work can run. */
export function* fixAllInSteps(
  cues: readonly Cue[],
  rules: CaptionRules,
  options: FixOptions,
): Generator<undefined, readonly Cue[]> {
  let current = cues
  const starts: Starts = new Map()
  const order = shotsOf(rules) === null ? fixOrder : ([...fixOrder, 'shot'] as const)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = current
    for (const id of order) {
      current = pass(current, id, rules, options, starts)
      yield
    }
    if (current === before) break
  }
  current = fixedOnFrames(spread(current, rules, options, starts), cues, rules)
  current = yield* passAtShots(current, rules, options, starts)
  return current === cues ? cues : numbered(current)
}

/**
 * Moves the edges of all captions to where the rules want them at shot changes, yielding after each pass; the same
 * captions if nothing moves. Doing it again changes nothing.
 */
export function* snapAllInSteps(
  cues: readonly Cue[],
  rules: CaptionRules,
  options: FixOptions,
): Generator<undefined, readonly Cue[]> {
  const snapped = yield* passAtShots(cues, rules, options, new Map())
  return snapped === cues ? cues : numbered(snapped)
}

/** Repeated until nothing moves: every change makes the problems fewer or smaller, so it ends. */
function* passAtShots(
  cues: readonly Cue[],
  rules: CaptionRules,
  options: FixOptions,
  starts: Starts,
): Generator<undefined, readonly Cue[]> {
  if (shotsOf(rules) === null) return cues
  for (let current = cues; ;) {
    const next = pass(current, 'shot', rules, options, starts)
    if (next === current) return current
    current = next
    yield
  }
}

/** When changed cues started before. */
type Starts = Map<Cue, number>

/** Time passed along rows of cues, if a single neighbor has none to spare. */
function spread(
  cues: readonly Cue[],
  rules: CaptionRules,
  { durationMs }: FixOptions,
  starts: Starts,
): readonly Cue[] {
  if (rules.isJudged === false) return cues
  const startBefore = (cue: Cue): number => starts.get(cue) ?? cue.startMs
  const moved = spreadTimes(cues, { rules, untilMs: durationMs, startBefore })
  return moved.size === 0 ? cues : cues.map((cue) => moved.get(cue) ?? cue)
}

/** Tries one fix at each cue in order; returns the same list if none helped. */
function pass(
  cues: readonly Cue[],
  id: CueFixId,
  rules: CaptionRules,
  options: FixOptions,
  starts: Starts,
): readonly Cue[] {
  const startBefore = (cue: Cue): number => starts.get(cue) ?? cue.startMs
  const done: Cue[] = []
  let hasChanged = false
  let waiting: Cue | undefined
  for (const [index, listed] of cues.entries()) {
    const cue = waiting ?? listed
    waiting = undefined
    const place = createFixPlace(done.at(-1), cue, cues[index + 1], rules, options, startBefore)
    const needsFix = problemsOf(place).some(({ kind }) => problemKinds[kind].fixes.includes(id))
    const fixed = needsFix ? tried(place, id, cues[index + 2]) : null
    if (fixed === null) {
      done.push(cue)
      continue
    }
    hasChanged = true
    const [first] = fixed.cues
    if (first !== undefined) starts.set(first, startBefore(cue))
    if (fixed.after !== undefined && place.after !== undefined)
      starts.set(fixed.after, startBefore(place.after))
    if (fixed.before !== undefined && place.before !== undefined)
      starts.set(fixed.before, startBefore(place.before))
    if (fixed.before !== undefined) done[done.length - 1] = fixed.before
    done.push(...fixed.cues)
    waiting = fixed.after
  }
  return hasChanged ? done : cues
}

/**
 * The result of a fix at a place, if better; `beyond`: the cue after the next one, whose start is the limit.
 */
function tried(place: FixPlace, id: CueFixId, beyond: Cue | undefined): ReturnType<CueFix> {
  const fixed = cueFixes[id](place)
  if (fixed === null || !isBetter(place, fixed)) return null
  const lastMs = (fixed.after ?? fixed.cues.at(-1))?.startMs ?? 0
  const nextMs = fixed.after === undefined ? place.after?.startMs : beyond?.startMs
  return nextMs !== undefined && lastMs > nextMs ? null : fixed
}

const createFixPlace = (
  before: Cue | undefined,
  cue: Cue,
  after: Cue | undefined,
  rules: CaptionRules,
  { durationMs, language }: FixOptions,
  startBefore: FixPlace['startBefore'] = ({ startMs }) => startMs,
): FixPlace => ({ before, cue, after, rules, untilMs: durationMs, language, startBefore })

const numbered = (cues: readonly Cue[]): Cue[] =>
  cues.map((cue, index) => (cue.index === index ? cue : { ...cue, index }))
