import { createStore } from 'zustand/vanilla'
import type { CaptionNames } from '#core/captions/caption-names'
import { CueParts } from '#core/captions/cue-parts'
import type { Cue } from '#core/captions/cues'
import { gapProblems } from '#core/captions/caption-problems'
import { type CueProblem, cueProblems } from '#core/captions/cue-problems'
import type { CueContext } from '#core/captions/edits/cue-context'
import { rulesOf } from '#core/captions/presets/transcript-rules'
import type { CaptionRules } from '#core/captions/caption-rules'
import { rulesWithShots } from '#core/captions/shots/rules-with-shots'
import { commonEnds } from '#core/sequences/common-ends'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Transcript } from '#core/transcript/transcript'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { transcriptAfterTyping } from '../../session/use-transcript-after-typing.ts'
import { runInSlices } from '../../session/run-in-slices.ts'
import { runWhenIdle } from '../../session/run-when-idle.ts'

export interface ShownCues {
  readonly cues: readonly Cue[]
  /** What they were made from. */
  readonly transcript: Transcript
  /** With the shots by which they judge, once these are known. */
  readonly rules: CaptionRules
  /** By index of the cue; only cues with problems. */
  readonly problems: ReadonlyMap<number, readonly CueProblem[]>
  /** True until this transcript's captions are generated for the first time. */
  readonly making: boolean
  /** The kept part of a trimmed recording; omitted: all is kept. */
  readonly part?: TimeSpan
}

/** Captions and what they were made from, in sync with each other. */
export type MadeNow = Pick<
  CueContext,
  'transcript' | 'cues' | 'rules' | 'durationMs' | 'language' | 'names' | 'part'
>

export interface CueStore {
  readonly state: ShownCues
  subscribe(listener: () => void): () => void
  /** Updates the captions to the newest transcript immediately, reusing what did not change. */
  makeNow(): MadeNow
  /** The captions as shown, with what they were made from; for rendering, which must not compute new ones. */
  shown(): MadeNow
  /**
   * Generates the captions while the page is idle, before there are listeners; returns the function that
   * stops it.
   */
  prepare(): () => void
  /** Judges the captions by the video's shots, in ms and in order; these do not change. */
  judgeByShots(timesMs: readonly number[]): void
  /** The recording's duration became known exactly; what is edited meanwhile stays. */
  setDuration(durationMs: number): void
  /** The state that captions are computed with, to try changes without showing them. */
  copyParts(): CueParts
}

/** Time for generating captions before the task yields. */
const SLICE_MS = 8
/** Before the first captions are shown, nobody can type in them. */
const FIRST_SLICE_MS = 30

type RunSteps = (steps: Generator<undefined, Cue[]>, done: (cues: Cue[]) => void) => () => void

/**
 * The captions of an open transcript, kept up to date; generated while there are listeners, in slices, reusing what did
 * not change.
 */
export function createCueStore(
  session: Pick<TranscriptSession, 'state' | 'subscribe'>,
  firstDurationMs: number,
  names: CaptionNames = 'never',
  part: TimeSpan | null = null,
): CueStore {
  const kept = part === null ? {} : { part }
  const store = createStore<ShownCues>(() => ({
    cues: [],
    transcript: session.state.transcript,
    rules: rulesOf(session.state.transcript),
    problems: new Map(),
    making: true,
    ...kept,
  }))
  const parts = new CueParts()
  let durationMs = firstDurationMs
  let watchers = 0
  let stop: (() => void) | null = null
  let stopMaking: (() => void) | undefined
  let made: Transcript | null = null
  let shots: readonly number[] = []
  const rulesFor = (transcript: Transcript): CaptionRules => rulesWithShots(rulesOf(transcript), shots)

  /** Generates captions with `run`, which lets other work run between steps. */
  const make = (transcript: Transcript, run: RunSteps): void => {
    stopMaking?.()
    if (transcript === made) return
    made = null
    const steps = parts.update(transcript, rulesOf(transcript), {
      durationMs,
      language: transcript.language,
      names,
      ...kept,
    })
    stopMaking = run(steps, (cues) => {
      made = transcript
      const rules = rulesFor(transcript)
      store.setState({
        cues,
        transcript,
        rules,
        problems: allProblems(cues, rules, store.getState()),
        making: false,
      })
    })
  }
  const inSlices: RunSteps = (steps, done) =>
    runInSlices(steps, store.getState().making ? FIRST_SLICE_MS : SLICE_MS, done)
  const withCues = (transcript: Transcript): MadeNow => {
    const { cues, rules } = store.getState()
    return { transcript, cues, rules, durationMs, language: transcript.language, names, ...kept }
  }
  return {
    get state() {
      return store.getState()
    },
    subscribe: (listener) => {
      const end = store.subscribe(listener)
      watchers++
      stop ??= transcriptAfterTyping(session, (transcript) => make(transcript, inSlices))
      return () => {
        end()
        watchers--
        if (watchers > 0) return
        stopMaking?.()
        stop?.()
        stop = null
      }
    },
    prepare() {
      if (watchers > 0 || made !== null) return () => undefined
      make(session.state.transcript, runWhenIdle)
      return () => {
        if (watchers === 0) stopMaking?.()
      }
    },
    judgeByShots(timesMs) {
      if (timesMs === shots) return
      shots = timesMs
      const before = store.getState()
      const rules = rulesFor(before.transcript)
      if (rules === before.rules) return
      store.setState({ rules, problems: allProblems(before.cues, rules, before) })
    },
    setDuration(knownMs) {
      if (knownMs === durationMs) return
      durationMs = knownMs
      made = null
      if (watchers > 0) make(session.state.transcript, inSlices)
    },
    copyParts: () => parts.copy(),
    makeNow() {
      const { transcript } = session.state
      make(transcript, (steps, done) => runInSlices(steps, Infinity, done))
      return withCues(transcript)
    },
    shown: () => withCues(store.getState().transcript),
  }
}

/** The problems of a caption, its own and those with the next one. */
export function problemsOf(cue: Cue, next: Cue | undefined, rules: CaptionRules): readonly CueProblem[] {
  return [...cueProblems(cue, rules), ...gapProblems(cue, next, rules)]
}

/**
 * The problems by index of the caption; only captions with problems. Unchanged captions stay the same objects, so that
 * after a key only a few of thousands are checked.
 */
function allProblems(
  cues: readonly Cue[],
  rules: CaptionRules,
  before: ShownCues,
): ReadonlyMap<number, readonly CueProblem[]> {
  const { head, tail } = before.rules === rules ? commonEnds(before.cues, cues) : { head: 0, tail: 0 }
  // The caption before the first changed one may have a problem with it.
  const from = Math.max(0, head - 1)
  const to = cues.length - tail
  const found = new Map<number, readonly CueProblem[]>()
  const known = [...before.problems]
  for (const [index, problems] of known) if (index < from) found.set(index, problems)
  for (const [at, cue] of cues.slice(from, to).entries()) {
    const problems = problemsOf(cue, cues[from + at + 1], rules)
    if (problems.length > 0) found.set(from + at, problems)
  }
  for (const [index, problems] of known) if (index >= before.cues.length - tail) found.set(index, problems)
  return found
}
