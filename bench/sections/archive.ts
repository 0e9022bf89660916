import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { measureGather } from '../archive/gather-rate.ts'
import { type LibraryTimes, measureLibraryTimes } from '../archive/growth.ts'
import { measureKills } from '../archive/kills.ts'
import { measureOverhead } from '../archive/overhead.ts'
import { fillLibrary } from '../library/fill-library.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { megabytes, met, percent, seconds, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const ROUNDS = 3
const GATHERED = 2_000
/** Six minutes of speech. */
const WORDS_EACH = 900
const KILLS = 50
const KILLED_RECORDINGS = 40
/**
 * Numbers of recordings per library; a tenth of the words per recording in the largest, which would take an
 * hour to fill.
 */
const LIBRARIES = [
  { recordings: 1_000, words: WORDS_EACH },
  { recordings: 10_000, words: WORDS_EACH },
  { recordings: 100_000, words: WORDS_EACH / 10 },
] as const
const MAX_OVERHEAD = 0.03
const MIN_PER_MINUTE = 1_000

/** An archive: the worker compared with `transcribe`, gathering, kills, and growing libraries. */
export function measureArchive({ say }: BenchContext): Promise<string> {
  return inWorkFolder(async (folder) => {
    const under = async (name: string): Promise<string> => {
      const made = path.join(folder, name)
      await mkdir(made)
      return made
    }
    say('  the worker beside transcribe')
    const { plain, worker, soundSeconds } = await measureOverhead(await under('overhead'), ROUNDS)
    const overhead = worker.cpuSeconds / plain.cpuSeconds - 1
    say(`  gathering ${GATHERED} results`)
    const gather = await measureGather(await under('gather'), GATHERED, WORDS_EACH)
    say(`  ${KILLS} kills`)
    const killing = { kills: KILLS, recordings: KILLED_RECORDINGS, random: Math.random }
    const kills = await measureKills(await under('kills'), killing)
    const libraries: LibraryTimes[] = []
    for (const { recordings, words } of LIBRARIES) {
      say(`  a library of ${recordings}`)
      const data = path.join(folder, `library ${recordings}`)
      fillLibrary(data, 0, recordings, words)
      libraries.push(await measureLibraryTimes(data, recordings))
    }
    return [
      `Two recordings of ${seconds(soundSeconds)}, median of ${ROUNDS}: ${seconds(plain.cpuSeconds)} of the processor by \`transcribe\`,`,
      `${seconds(worker.cpuSeconds)} by the worker (on the clock ${seconds(plain.seconds)} and ${seconds(worker.seconds)}): ${percent(overhead)} more (${met(overhead <= MAX_OVERHEAD)}: at most ${percent(MAX_OVERHEAD)}).`,
      '',
      `${GATHERED} results of ${WORDS_EACH} words gathered at ${Math.round(gather.perMinute)} a minute (${met(gather.perMinute >= MIN_PER_MINUTE)}: at least`,
      `${MIN_PER_MINUTE}); again, with nothing new, ${seconds(gather.again)}.`,
      '',
      `${kills.kills} kills of workers with all their processes and of the program that gathers, ${KILLED_RECORDINGS} recordings: ${kills.results} results,`,
      `${kills.halfFiles} half files, ${kills.missing} missing in the library, ${kills.twiceInLibrary} twice in it, ${kills.leftParts} parts left.`,
      '',
      growthTable(libraries),
    ].join('\n')
  })
}

export function growthTable(libraries: readonly LibraryTimes[]): string {
  const names = Object.keys(libraries[0]?.times ?? {})
  const rows = names.map((name) => [
    name,
    ...libraries.map(({ times }) => `${(times[name] ?? 0).toFixed(1)} ms`),
  ])
  const memory = ['memory', ...libraries.map(({ rssBytes }) => megabytes(rssBytes))]
  return table(
    ['recordings', ...libraries.map(({ recordings }) => recordings.toLocaleString('en'))],
    [...rows, memory],
  )
}
