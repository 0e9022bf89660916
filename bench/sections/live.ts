import path from 'node:path'
import { conversationEn, meetingEn } from '../../cli/testing/speech.ts'
import { decodedTracks } from '#studio/recording/testing/decoded-tracks'
import { median, p95 } from '../editor/statistics.ts'
import { type LiveRun, type LiveRunOptions, runLive } from '../live/live-run.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { met, seconds, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const AIM_MS = 8_000
const STOPPED = { fromMs: 40_000, toMs: 60_000 }
const MAX_UNSAFE_MS = 3_000

/** Text while recording: the delay of a word's text, and that the sound never waits for it. */
export function measureLive({ say }: BenchContext): Promise<string> {
  return inWorkFolder(async (folder) => {
    const [meeting = new Int16Array()] = await decodedTracks(meetingEn, 1)
    const [conversation = new Int16Array()] = await decodedTracks(conversationEn, 1)
    const usual = { busyCores: 0, stopped: null }
    const cases: readonly { readonly name: string; readonly options: LiveRunOptions }[] = [
      { name: 'a meeting, one source', options: { ...usual, sources: [meeting] } },
      {
        name: 'two sources, both speak all the time',
        options: { ...usual, sources: [meeting, repeated(conversation, meeting.length)] },
      },
      {
        name: 'one source, both cores busy, engine stopped for 20 s',
        options: { sources: [meeting], busyCores: 2, stopped: STOPPED },
      },
    ]
    const rows: string[][] = []
    for (const [index, { name, options }] of cases.entries()) {
      say(`  ${name}`)
      const run = await runLive(path.join(folder, String(index)), options)
      rows.push(rowOf(name, run, options))
    }
    return [
      'Speech given to the recorder at its own speed, 171 s each; the delay is from a word’s end to its line on the page.',
      'On disk: the longest time until sound was acknowledged after the sync.',
      '',
      table(
        [
          'what',
          'delay, median',
          '95 %',
          `aim ${AIM_MS / 1_000} s`,
          'left out',
          'said',
          'on disk',
          'sound missing',
        ],
        rows,
      ),
    ].join('\n')
  })
}

function rowOf(name: string, run: LiveRun, { busyCores }: LiveRunOptions): string[] {
  const { delaysMs, lines, states, longestUnsafeMs, missingMs } = run
  const middle = median(delaysMs)
  const isReported = states.has('behind') || states.has('given-up')
  return [
    name,
    seconds(middle / 1_000),
    seconds(p95(delaysMs) / 1_000),
    busyCores === 0 ? met(middle <= AIM_MS) : met(middle <= AIM_MS || isReported),
    String(lines.filter(({ text }) => text === null).length),
    isReported ? '“text follows”' : 'nothing',
    `${seconds(longestUnsafeMs / 1_000)}, ${met(longestUnsafeMs <= MAX_UNSAFE_MS)}`,
    `${Math.max(0, Math.round(missingMs))} ms`,
  ]
}

function repeated(sound: Int16Array, length: number): Int16Array {
  return Int16Array.from({ length }, (_, index) => sound[index % sound.length] ?? 0)
}
