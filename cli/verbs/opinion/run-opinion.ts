import { randomUUID } from 'node:crypto'
import { Fault } from '#contracts/errors'
import { redactedSilences } from '#core/redaction/redacted-document'
import type { Difference } from '#core/second-opinion/difference'
import { differencesOutside } from '#core/doubt/differences-outside'
import { findDifferences } from '#core/second-opinion/find-differences'
import { removedWords } from '#core/second-opinion/removed-words'
import { type StoredOpinion, unpackOpinion } from '#core/second-opinion/stored-opinion'
import { differencesForAll, takeDifferences } from '#core/second-opinion/take-differences'
import type { Word } from '#core/transcript/transcript'
import { checkRange } from '#studio/recognition/check-range'
import { makeSecondOpinion } from '#studio/job-kinds/second-opinion'
import { opinionSettings } from '#studio/recognition/second-opinion/opinion-settings'
import type { Studio } from '#studio/studio'
import { namedRecording, openDocument } from '../../library/named-recording.ts'
import { type Invocation, isOn, text } from '../../options/arguments.ts'
import { readLanguage, readTime } from '../../options/transcribe-settings.ts'
import { shortTime } from '#core/notation/clock'
import type { Terminal } from '../../terminal/terminal.ts'

/** Reads the options before opening anything, so that a mistake costs no time. */
export function planOpinion(invocation: Invocation) {
  if (invocation.words.length === 0) throw new Fault('usage.missing-file', { verb: 'opinion' })
  const range = { fromMs: readTime(invocation, 'from'), toMs: readTime(invocation, 'to') }
  checkRange(range, null)
  const model = text(invocation, 'model')
  const language = text(invocation, 'language') === undefined ? undefined : readLanguage(invocation)
  return {
    invocation,
    range,
    asked: {
      careful: isOn(invocation, 'careful'),
      ...(model === undefined ? {} : { model }),
      ...(language === undefined ? {} : { language }),
    },
    writing: isOn(invocation, 'writing'),
    accepts: isOn(invocation, 'accept'),
  }
}

export type OpinionPlan = ReturnType<typeof planOpinion>

/**
 * Recognizes a recording, or a part of it, again and prints where the texts differ. Returns the exit code.
 */
export async function runOpinion(
  studio: Studio,
  terminal: Terminal,
  { invocation, range, asked, writing, accepts }: OpinionPlan,
  signal: AbortSignal,
): Promise<number> {
  const { library } = studio
  const recording = await namedRecording(studio, invocation)
  const { facts } = await openDocument(studio, recording)
  const { durationMs } = await library.card(recording.id)
  checkRange(range, durationMs)
  const { fromMs = 0, toMs = durationMs ?? Number.MAX_SAFE_INTEGER } = range
  const isPart = range.fromMs !== undefined || range.toMs !== undefined
  const spans = isPart ? [{ startMs: fromMs, endMs: toMs }] : null
  const settings = await opinionSettings(studio, facts, { ...asked, spans })
  terminal.startFile()
  const jobId = await makeSecondOpinion(studio, recording.id, settings, {
    signal,
    onProgress: (progress) => terminal.progress(recording.title, progress),
  })
  const job = await library.job(jobId)
  const { differences, redacted } = await differencesNow(studio, jobId, facts.id, writing)
  for (const difference of differences) printDifference(terminal, difference)
  const found = { title: recording.title, model: settings.model, count: differences.length, redacted }
  terminal.note('differences', found, terminal.words('opinion.found', found))
  if (accepts) await acceptAll(studio, terminal, facts.id, differences, durationMs)
  if (job?.state !== 'failed') return 0
  terminal.note('lost-passages', { file: recording.title }, terminal.words('opinion.lost'))
  return 1
}

/** Unresolved differences to the current transcript, and how many more there are in redacted sound. */
async function differencesNow(
  { library }: Studio,
  jobId: string,
  transcriptId: string,
  writing: boolean,
): Promise<{ readonly differences: readonly Difference[]; readonly redacted: number }> {
  const made = await library.opinion(jobId)
  if (made === null) throw new Fault('job.unknown', { id: jobId })
  const transcript = await library.transcript(transcriptId)
  const removed = removedWords(transcript, await library.effectiveEdits(transcriptId))
  const opinion = unpackOpinion(JSON.parse(made.opinion) as StoredOpinion)
  const open = findDifferences(transcript, opinion, { writing, removed }).filter(({ isKept }) => !isKept)
  // What is printed may be kept or sent on.
  const differences = differencesOutside(transcript, open, redactedSilences(transcript))
  return { differences, redacted: open.length - differences.length }
}

function printDifference(terminal: Terminal, { startMs, now, words, isByPerson }: Difference): void {
  const textOf = (some: readonly Word[]): string =>
    some
      .map(({ before, text: word }) => before + word)
      .join('')
      .trim()
      .replaceAll(/\s+/gu, ' ')
  const own = isByPerson ? [terminal.words('opinion.yours')] : []
  terminal.lines([[shortTime(startMs), textOf(now), textOf(words), ...own]])
}

/** Accepts all except in words that a person changed, as one undo step. */
async function acceptAll(
  { library }: Studio,
  terminal: Terminal,
  transcriptId: string,
  differences: readonly Difference[],
  durationMs: number | null,
): Promise<void> {
  const some = differencesForAll(differences)
  const baseNumber = (await library.transcriptFacts(transcriptId))?.editNumber ?? 0
  const transcript = await library.transcript(transcriptId)
  const limits = durationMs === null ? {} : { durationMs }
  const edits = takeDifferences(transcript, some, () => randomUUID(), limits)
  const { refused } =
    edits.length === 0
      ? { refused: [] }
      : await library.applyEdits(transcriptId, edits, { baseNumber, stepId: randomUUID() })
  const result = { count: some.length, left: differences.length - some.length, refused: refused.length }
  terminal.note('accepted', result, terminal.words('opinion.taken', result))
}
