import path from 'node:path'
import { Fault } from '#contracts/errors'
import {
  openCorrections,
  type OpenCorrection,
  timeOfPlace,
  wordsOf,
} from '#core/corrections/open-corrections'
import type { CorrectionKind, ToldAbout } from '#core/corrections/proposed-corrections'
import { shortTime } from '#core/notation/clock'
import type { Transcript } from '#core/transcript/transcript'
import { acceptAll } from '#studio/corrections/accept-all'
import { type Proposal, proposeCorrections } from '#studio/corrections/propose-corrections'
import { textFileBytes } from '#studio/imports/reading/text-file-bytes'
import type { Studio } from '#studio/studio'
import { chosenTranscript, namedRecording } from '../../library/named-recording.ts'
import { type Invocation, isOn, resolveFromCallerDir } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Reads the options before opening anything, so that a mistake costs no time. */
export function planCorrections(invocation: Invocation) {
  const file = invocation.words.at(-1)
  if (file === undefined || invocation.words.length < 2)
    throw new Fault('usage.missing-file', { verb: invocation.verb })
  return {
    recording: { ...invocation, words: invocation.words.slice(0, -1) },
    file,
    accepts: isOn(invocation, 'accept'),
    withNames: isOn(invocation, 'rename-speakers'),
    isJson: isOn(invocation, 'json'),
  }
}

export type CorrectionsPlan = ReturnType<typeof planCorrections>

/** Prints what a returned document corrects, adds it to the list to check, and accepts it if wanted. Returns the exit code. */
export async function runCorrections(
  studio: Studio,
  terminal: Terminal,
  { recording: named, file, accepts, withNames, isJson }: CorrectionsPlan,
  signal: AbortSignal,
): Promise<number> {
  const { library } = studio
  const { id: transcriptId } = await chosenTranscript(studio, await namedRecording(studio, named))
  const bytes = await textFileBytes(resolveFromCallerDir(file), file, signal)
  const returned = { bytes, fileName: path.basename(file) }
  const proposal = await proposeCorrections(library, transcriptId, returned, signal)
  const { set } = proposal
  const before = await library.transcript(transcriptId)
  const rows = openCorrections(before, [set]).map((each) => rowOf(before, each))
  await library.addProposedCorrections(set)
  const settled = accepts ? await acceptAll(library, set, { withNames }) : null
  const accepted = settled?.accepted.length ?? 0
  const left = settled?.left.length ?? rows.length
  if (isJson) terminal.result(`${JSON.stringify(report(proposal, rows, { accepted, left }), null, 2)}\n`)
  else terminal.lines(rows.map((row) => lineOf(row, terminal)))
  for (const each of proposal.leftOut)
    terminal.note('left-out', { what: each }, terminal.words(`corrections.left-out.${each}`, { file }))
  const facts = { file, count: rows.length, accepted, left }
  terminal.note(
    'corrections',
    facts,
    terminal.words(accepts ? 'corrections.taken' : 'corrections.found', facts),
  )
  return 0
}

interface Row {
  readonly kind: Exclude<CorrectionKind, 'told'> | ToldAbout
  readonly startMs: number
  readonly now: string
  readonly text: string
  readonly by: string | null
  readonly atMs: number | null
  /** The words of the place when it was exported, if they were changed here since; null: they were not. */
  readonly changedHere: string | null
}

function rowOf(transcript: Transcript, { set, item, place }: OpenCorrection): Row {
  const words = place === null ? [] : wordsOf(transcript, place).now
  const now = words.map(({ text }) => text).join(' ')
  const hasWords = item.kind === 'words' || item.kind === 'comment' || item.kind === 'right'
  return {
    kind: item.kind === 'told' ? item.about : item.kind,
    startMs: timeOfPlace(transcript, place).startMs,
    now: hasWords ? now : 'expected' in item && typeof item.expected === 'string' ? item.expected : '',
    text: item.kind === 'speaker-name' ? item.name : item.kind === 'right' ? now : item.text,
    by: item.by ?? set.by,
    atMs: item.atMs ?? set.atMs,
    changedHere: 'exported' in item ? (item.exported ?? null) : null,
  }
}

function lineOf({ kind, startMs, now, text, by, changedHere }: Row, terminal: Terminal): string[] {
  const oneLine = (each: string): string => each.replaceAll(/\s+/gu, ' ')
  const about = [
    ...(kind === 'words' ? [] : [terminal.words(`corrections.kind.${kind}`)]),
    ...(changedHere === null
      ? []
      : [
          terminal.words('corrections.changed-here', {
            text: oneLine(changedHere) || terminal.words('corrections.nothing'),
          }),
        ]),
  ]
  return [shortTime(startMs), oneLine(now), oneLine(text), by ?? '', ...about]
}

function report(
  { set, knowsVersion, leftOut }: Proposal,
  corrections: readonly Row[],
  counts: { readonly accepted: number; readonly left: number },
): object {
  const { by, atMs, source } = set
  return { by, atMs, file: source.fileName, knowsVersion, leftOut, corrections, ...counts }
}
