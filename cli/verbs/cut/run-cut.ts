import { randomUUID } from 'node:crypto'
import { chosenBetween, chosenFillers, type ChosenWords } from '#core/cut/chosen-words'
import { cutCount } from '#core/cut/joins'
import { keptMs } from '#core/cut/kept-spans'
import { longPauses, type PauseLimits } from '#core/cut/long-pauses'
import type { Edit } from '#core/edits/edit'
import { shortTime } from '#core/notation/clock'
import type { CutStretch } from '#core/transcript/cut-reason'
import type { Mark, Transcript } from '#core/transcript/transcript'
import { findRecordingCut, recordingCut, type RecordingCut } from '#studio/export/recording-cut'
import type { Studio } from '#studio/studio'
import { chosenTranscript, namedRecording } from '../../library/named-recording.ts'
import { badOption, type Invocation, isOn, text } from '../../options/arguments.ts'
import { readTime } from '../../options/transcribe-settings.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { checkJoins } from './check-joins.ts'

/** What is to be cut and restored. */
interface Change {
  readonly words: readonly ChosenWords[]
  readonly stretches: readonly CutStretch[]
  /** Marks and stretches that are restored. */
  readonly restored: { readonly marks: readonly Mark[]; readonly stretches: readonly CutStretch[] }
}

/** Cuts words and pauses of a recording, restores them, or says how much is kept. */
export async function runCut(
  studio: Studio,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  const range = rangeOption(invocation)
  const limits = pausesOption(invocation)
  const recording = await namedRecording(studio, invocation)
  const { id: transcriptId } = await chosenTranscript(studio, recording)
  const before = await recordingCut(studio, transcriptId)
  const planned = plannedCut(before, { range, limits, invocation })
  const isDry = isOn(invocation, 'dry-run')
  const after = isDry ? planned.after : await applied(studio, transcriptId, planned.change)
  const { words, stretches, restored } = planned.change
  if (isOn(invocation, 'none') && !isDry) {
    const count = restored.marks.length + restored.stretches.length
    terminal.note('restored', { count }, terminal.words('cut.restored', { count }))
  }
  const changed = { words: words.reduce((sum, { count }) => sum + count, 0), pauses: stretches.length }
  if (!isDry && changed.words + changed.pauses > 0)
    terminal.note('cut', changed, terminal.words('cut.changed', changed).trim())
  report(terminal, { title: recording.title, isDry }, before, after)
  return isOn(invocation, 'check-joins') && !isDry
    ? checkJoins(studio, terminal, recording, transcriptId, signal)
    : 0
}

function report(
  terminal: Terminal,
  { title, isDry }: { readonly title: string; readonly isDry: boolean },
  before: RecordingCut,
  after: RecordingCut,
): void {
  const facts = {
    title,
    length: shortTime(keptMs(after.kept)),
    before: shortTime(keptMs(before.kept)),
    time: shortTime(after.of.durationMs),
    count: cutCount(after.kept, after.of.part),
  }
  terminal.lines([terminal.words(isDry ? 'cut.would' : 'cut.kept', facts)])
  const count = after.heardWords.length
  if (count > 0) terminal.note('heard', { count }, terminal.words('cut.heard', { count }))
}

interface Wanted {
  readonly range: { readonly fromMs: number; readonly toMs: number } | null
  readonly limits: PauseLimits | null
  readonly invocation: Invocation
}

/** What the options cut, and what is kept then. */
function plannedCut(
  now: RecordingCut,
  { range, limits, invocation }: Wanted,
): { readonly change: Change; readonly after: RecordingCut } {
  const none = isOn(invocation, 'none')
  const isOfCut = ({ kind }: Mark): boolean => kind === 'cut' || kind === 'cut-sound'
  const restored = {
    marks: none ? now.of.transcript.marks.filter(isOfCut) : [],
    stretches: none ? now.of.stretches : [],
  }
  const left = {
    transcript: none
      ? { ...now.of.transcript, marks: now.of.transcript.marks.filter((mark) => !isOfCut(mark)) }
      : now.of.transcript,
    stretches: none ? [] : now.of.stretches,
  }
  const ranged = range === null ? [] : chosenBetween(left.transcript, range.fromMs, range.toMs)
  const isSilent = range !== null && ranged.length === 0
  const withRange = withWords(left.transcript, ranged)
  const fillers = isOn(invocation, 'fillers') ? chosenFillers(withRange, withRange.language) : []
  const transcript = withWords(withRange, fillers)
  const silent: CutStretch[] = isSilent
    ? [{ id: randomUUID(), startMs: range.fromMs, endMs: range.toMs, reason: 'person' }]
    : []
  const stretches = [...left.stretches, ...silent]
  const found = findRecordingCut({ ...now.of, transcript, stretches })
  const pauses = (limits === null ? [] : longPauses(transcript, found.kept, limits, now.of.loudness)).map(
    (span): CutStretch => ({ id: randomUUID(), ...span, reason: 'pause' }),
  )
  return {
    change: { words: [...ranged, ...fillers], stretches: [...silent, ...pauses], restored },
    after: findRecordingCut({ ...now.of, transcript, stretches: [...stretches, ...pauses] }),
  }
}

const markOf = ({ fromWordId, toWordId, reason }: ChosenWords): Mark => ({
  id: randomUUID(),
  kind: 'cut',
  fromWordId,
  toWordId,
  value: { reason },
})

const withWords = (transcript: Transcript, words: readonly ChosenWords[]): Transcript =>
  words.length === 0 ? transcript : { ...transcript, marks: [...transcript.marks, ...words.map(markOf)] }

async function applied(studio: Studio, transcriptId: string, change: Change): Promise<RecordingCut> {
  const { library } = studio
  const { words, stretches, restored } = change
  const edits: Edit[] = [
    ...restored.marks.map((mark): Edit => ({
      kind: 'remove-mark',
      id: randomUUID(),
      markId: mark.id,
      markKind: mark.kind,
    })),
    ...words.map((each): Edit => ({ kind: 'set-mark', id: randomUUID(), mark: markOf(each) })),
  ]
  const facts = await library.transcriptFacts(transcriptId)
  if (edits.length > 0)
    await library.applyEdits(transcriptId, edits, {
      baseNumber: facts?.editNumber ?? 0,
      stepId: randomUUID(),
    })
  const remove = restored.stretches.map(({ id }) => id)
  if (stretches.length + remove.length > 0 && facts !== undefined)
    await library.changeCutStretches(facts.recordingId, { set: stretches, remove })
  return recordingCut(studio, transcriptId)
}

function rangeOption(invocation: Invocation): Wanted['range'] {
  const isGiven = (name: 'from' | 'to'): boolean => text(invocation, name) !== undefined
  if (!isGiven('from') && !isGiven('to')) return null
  if (!isGiven('from') || !isGiven('to'))
    throw badOption(
      invocation,
      isGiven('from') ? 'from' : 'to',
      text(invocation, isGiven('from') ? 'from' : 'to') ?? '',
    )
  const [fromMs, toMs] = [readTime(invocation, 'from') ?? 0, readTime(invocation, 'to') ?? 0]
  if (toMs <= fromMs) throw badOption(invocation, 'to', text(invocation, 'to') ?? '')
  return { fromMs, toMs }
}

/** `1.2=0.6`: of pauses longer than 1.2 s, 0.6 s stay. */
function pausesOption(invocation: Invocation): PauseLimits | null {
  const given = text(invocation, 'pauses')
  if (given === undefined) return null
  const match = /^(\d+(?:[.,]\d+)?)=(\d+(?:[.,]\d+)?)$/u.exec(given.trim())
  const [longerThanMs = 0, leftMs = 0] = (match?.slice(1) ?? []).map((part) =>
    Math.round(1_000 * Number(part.replace(',', '.'))),
  )
  if (match === null || leftMs >= longerThanMs) throw badOption(invocation, 'pauses', given)
  return { longerThanMs, leftMs }
}
