import { CueParts } from '#core/captions/cue-parts'
import type { CueContext } from '#core/captions/edits/cue-context'
import { setCueTimes } from '#core/captions/edits/cue-times'
import { editableText } from '#core/captions/edits/editable-text'
import { joinWithBefore } from '#core/captions/edits/join-with-before'
import { splitCue } from '#core/captions/edits/split-cue'
import { toggleItalic } from '#core/captions/edits/toggle-italic'
import { typeInCue } from '#core/captions/edits/type-in-cue'
import { makeCues, type Cue } from '#core/captions/cues'
import { fixAll } from '#core/captions/fixes/fix-all'
import { presetFor } from '#core/captions/rules'
import { applyEdits } from '#core/edits/apply-edits'
import type { Edit } from '#core/edits/edit'
import type { Transcript } from '#core/transcript/transcript'
import { median } from '../editor/statistics.ts'

/** Milliseconds of work, each the median of several runs. */
export interface CaptionSpeed {
  readonly cues: number
  readonly makeMs: number
  /** Cues after an edit that is already applied, with what is known of the others. */
  readonly textEditMs: number
  readonly markEditMs: number
  /** From a cue to the edits of one step. */
  readonly splitMs: number
  readonly joinMs: number
  readonly timesMs: number
  readonly typeMs: number
  readonly fixAllMs: number
}

const RUNS = 5
const EDITS = 21
const FIXED_CUES = 5_000
const rules = presetFor('en')

type Whole = Pick<CueContext, 'transcript' | 'durationMs' | 'language'>

export function measureCaptionSpeed(whole: Whole): CaptionSpeed {
  const { transcript, durationMs, language } = whole
  const options = { durationMs, language }
  const make = (): Cue[] => makeCues(transcript, rules, options)
  const cues = make()
  let ids = 0
  const newId = (): string => `bench-${++ids}`
  const context: CueContext = { ...whole, cues, rules, newId }
  const some = Array.from({ length: EDITS }, (_, at) => cueAt(cues, (at + 1) / (EDITS + 1)))
  const half = cues.slice(0, FIXED_CUES)
  const middle = (cue: Cue): number => Math.floor(editableText(cue, transcript, cues).text.length / 2)
  const typed = (cue: Cue): string => `${editableText(cue, transcript, cues).text} indeed`
  const italic = ({ wordIds: [first = ''] }: Cue): Edit[] => toggleItalic(context, first, first)
  return {
    cues: cues.length,
    makeMs: median(Array.from({ length: RUNS }, () => timed(make))),
    textEditMs: medianUpdate(
      whole,
      some.map((cue) => typeInCue(context, cue, typed(cue))),
    ),
    markEditMs: medianUpdate(whole, some.map(italic)),
    splitMs: medianOf(some, (cue) => splitCue(context, cue, middle(cue))),
    joinMs: medianOf(some, (cue) => joinWithBefore(context, cue)),
    timesMs: medianOf(some, (cue) => setCueTimes(context, cue, { endMs: cue.endMs - 100 }).edits),
    typeMs: medianOf(some, (cue) => typeInCue(context, cue, typed(cue))),
    fixAllMs: median(
      Array.from({ length: RUNS }, () => timed(() => void fixAll(half, rules, { durationMs, language }))),
    ),
  }
}

function cueAt(cues: readonly Cue[], share: number): Cue {
  const cue = cues[Math.floor(cues.length * share)]
  if (cue === undefined) throw new Error('there are no cues')
  return cue
}

/** Each list of edits on the transcript as it was; only the making of cues is timed. */
function medianUpdate({ transcript, durationMs, language }: Whole, steps: readonly Edit[][]): number {
  const parts = new CueParts()
  const update = (of: Transcript): void => {
    const made = parts.update(of, rules, { durationMs, language })
    while (made.next().done !== true);
  }
  update(transcript)
  const times = steps.map((edits) => {
    const after = applyEdits(transcript, edits, { durationMs }).transcript
    const ms = timed(() => update(after))
    update(transcript)
    return ms
  })
  return median(times)
}

/** Places where an edit has nothing to do are not counted. */
function medianOf(cues: readonly Cue[], edit: (cue: Cue) => readonly Edit[]): number {
  const times = cues.flatMap((cue) => {
    let edits: readonly Edit[] = []
    const ms = timed(() => {
      edits = edit(cue)
    })
    return edits.length === 0 ? [] : [ms]
  })
  return median(times)
}

/** Of the processor's clock, so that other programs do not count. */
function timed(work: () => unknown): number {
  const start = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1_000
}
