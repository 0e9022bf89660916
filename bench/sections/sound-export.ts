import { stat } from 'node:fs/promises'
import path from 'node:path'
import { type SoundChoices, type SoundFileId, usualSound } from '#core/formats/sounds/sound-files'
import type { KeptSpans } from '#core/cut/kept-spans'
import { keptPart } from '#core/cut/kept-part'
import { readSoundSource } from '#studio/sound/sound-file/sound-source'
import { writeSoundFile } from '#studio/sound/sound-file/write-sound-file'
import { runFfmpeg } from '../measure/ffmpeg.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { projectRoot } from '../project-root.ts'
import { met, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const HOUR = 3_600
/** Of the rounds: long enough that starting programs does not count. */
const SECONDS = 1_200
const RATE = 44_100
const CUTS = 5_000
const ROUNDS = 3
const SAMPLE_EVERY_MS = 100
const tags = { title: 'Bench', people: [], album: '', date: '', chapters: [], cover: null }
const wholeOf = (seconds: number): KeptSpans => keptPart(undefined, seconds * 1_000, RATE)

interface Way {
  readonly name: string
  readonly id: SoundFileId
  readonly choices?: Partial<SoundChoices>
  readonly kept: KeptSpans
  /** At most, as a multiple of plain ffmpeg. */
  readonly aim?: number
}

const whole = { kept: wholeOf(SECONDS) }
const ways: readonly Way[] = [
  { name: 'MP3', id: 'mp3', ...whole, aim: 1.3 },
  { name: `MP3, ${CUTS} cuts`, id: 'mp3', kept: withCuts(), aim: 1.3 },
  { name: 'MP3, −16 LUFS', id: 'mp3', ...whole, choices: { loudness: -16 }, aim: 2 },
  { name: 'MP3, −14 LUFS, limited', id: 'mp3', ...whole, choices: { loudness: -14 }, aim: 2 },
  { name: 'Opus', id: 'opus', ...whole },
  { name: 'AAC', id: 'm4a', ...whole },
  { name: 'FLAC', id: 'flac', ...whole },
  { name: 'WAV', id: 'wav', ...whole },
]
/** Once each. */
const ofAnHour: readonly Way[] = [
  { name: 'an hour, MP3', id: 'mp3', kept: wholeOf(HOUR), aim: 1.3 },
  {
    name: 'an hour, MP3, −14 LUFS, limited',
    id: 'mp3',
    kept: wholeOf(HOUR),
    choices: { loudness: -14 },
    aim: 2,
  },
]

/** Every cut is a quarter of the time between two. */
function withCuts(): KeptSpans {
  const lengthSamples = SECONDS * RATE
  const step = Math.floor(lengthSamples / CUTS)
  const spans = Array.from({ length: CUTS }, (_, index) => ({
    startSample: index * step,
    endSample: index * step + Math.floor(0.75 * step),
  }))
  return { rate: RATE, lengthSamples, spans }
}

/** How long sound takes, against ffmpeg alone, and how much memory this program uses for it. */
export async function measureSoundExport({ say }: BenchContext): Promise<string> {
  return inWorkFolder(async (folder) => {
    say('an hour of speech')
    const hour = path.join(folder, 'hour.m4a')
    const source = path.join(folder, 'part.m4a')
    await makeHour(hour)
    await runFfmpeg(['-i', hour, '-t', String(SECONDS), '-c', 'copy', source])
    const plain: number[] = []
    const results = new Map<Way, Measured[]>(ways.map((way) => [way, []]))
    for (let round = 1; round <= ROUNDS; round++) {
      say(`round ${round} of ${ROUNDS}`)
      plain.push(await plainly(source, folder))
      // What has no aim is measured once.
      for (const way of ways)
        if (round === 1 || way.aim !== undefined)
          results.get(way)?.push(await measureWay(source, folder, way))
    }
    say('the hour')
    const plainHour = await plainly(hour, folder)
    const hours: string[][] = []
    for (const way of ofAnHour) hours.push(row(way, [await measureWay(hour, folder, way)], plainHour))
    const rows = [...results].map(([way, its]) => row(way, its, median(plain)))
    return [
      `${SECONDS / 60} minutes of speech in stereo (AAC, 44.1 kHz), medians of ${ROUNDS} rounds where there is an aim; an hour of it once. Plain:`,
      `\`ffmpeg -i x.m4a -c:a libmp3lame -b:a 192k\`, ${median(plain).toFixed(1)} s and ${plainHour.toFixed(1)} s. Memory: by how much this program grew while it wrote; each ffmpeg has its own, which does not grow.`,
      '',
      table(
        [`${SECONDS / 60} minutes as`, 'took', 'against plain', 'at most', '', 'memory', 'file'],
        [...rows, ...hours],
      ),
    ].join('\n')
  })
}

const plainly = (source: string, folder: string): Promise<number> =>
  runFfmpeg(['-i', source, '-c:a', 'libmp3lame', '-b:a', '192k', path.join(folder, 'plain.mp3')])

function row({ name, aim }: Way, its: readonly Measured[], plainSeconds: number): string[] {
  const seconds = median(its.map((one) => one.seconds))
  const factor = seconds / plainSeconds
  return [
    name,
    `${seconds.toFixed(1)} s`,
    `${factor.toFixed(2)} ×`,
    aim === undefined ? '' : `${aim.toFixed(1)} ×`,
    aim === undefined ? '' : met(factor <= aim),
    `${(median(its.map((one) => one.moreBytes)) / 1e6).toFixed(0)} MB`,
    `${(median(its.map((one) => one.fileBytes)) / 1e6).toFixed(1)} MB`,
  ]
}

interface Measured {
  readonly seconds: number
  readonly moreBytes: number
  readonly fileBytes: number
}

async function measureWay(source: string, folder: string, { id, choices, kept }: Way): Promise<Measured> {
  const output = path.join(folder, `made.${id}`)
  global.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), SAMPLE_EVERY_MS)
  const startedAt = performance.now()
  await writeSoundFile(
    await readSoundSource(source, 0),
    id,
    output,
    { ...usualSound, ...choices },
    { signal: new AbortController().signal, kept, silences: [], tags },
  )
  const seconds = (performance.now() - startedAt) / 1_000
  clearInterval(timer)
  return { seconds, moreBytes: most - before, fileBytes: (await stat(output)).size }
}

/** Speech again and again, a little later on the right, so that the channels differ. */
async function makeHour(file: string): Promise<void> {
  const speech = path.join(projectRoot, 'fixtures/speech/meeting-en.opus')
  const filter = `aresample=${RATE},aformat=channel_layouts=mono,asplit[a][b];[b]adelay=3[c];[a][c]amerge`
  const sound = ['-ac', '2', '-c:a', 'aac', '-b:a', '128k']
  await runFfmpeg([
    '-stream_loop',
    '-1',
    '-i',
    speech,
    '-t',
    String(HOUR),
    '-filter_complex',
    filter,
    ...sound,
    file,
  ])
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
