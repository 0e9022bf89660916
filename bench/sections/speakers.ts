import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PCM_BYTES_PER_SAMPLE } from '#core/sound/pcm'
import { diarizePieces } from '#core/speakers/diarize'
import { forkEngine } from '#studio/engine-link/fork-engine'
import { DEFAULT_MODELS } from '#studio/models/model-store'
import { modelStore } from '#studio/studio'
import { transcribeAll } from '../doubts/transcribed.ts'
import { decodeToPcm } from '../measure/ffmpeg.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { unsureReport } from '../report/unsure-turns.ts'
import { percent, table } from '../report/table.ts'
import {
  addDiarizationErrors,
  diarizationError,
  errorRate,
  type SpeakerTurn,
} from '../scoring/diarization-error.ts'
import { type WrongSpeakers, wrongSpeakers } from '../scoring/wrong-speakers.ts'
import { type HeardSound, SpeakerEngine } from '../speakers/heard-sound.ts'
import { madeRooms, type MadeRoom } from '../speakers/made-rooms.ts'
import { readSpeakerSamples, readSpeakerSet, type SpeakerRecording } from '../speakers/speaker-recordings.ts'
import { readersOf, sampleVoices } from '../speakers/voices.ts'
import { type BenchContext, needEvaldata } from './section.ts'

const MAX_SPEAKERS = 6
const ROOMS_OF_EACH = 4
/** Aim: words with the wrong speaker in our samples. */
const MAX_WRONG = 0.01

/** A sound with known speaker turns. */
export type KnownSound = Pick<SpeakerRecording, 'name' | 'turns' | 'scored' | 'speakers'>

export interface HeardKnown {
  readonly known: KnownSound
  readonly heard: HeardSound
}

/** Who speaks: how many, when, in which words; for each available embedding model. */
export async function measureSpeakers(context: BenchContext): Promise<string> {
  const evaldata = needEvaldata(context)
  const samples = readSpeakerSamples()
  const open = readSpeakerSet(evaldata)
  return inWorkFolder(async (folder) => {
    const rooms = [
      ...madeRooms(await readersOf(evaldata, folder), MAX_SPEAKERS, ROOMS_OF_EACH),
      ...madeRooms(await sampleVoices(samples, folder), MAX_SPEAKERS, ROOMS_OF_EACH),
    ].map((room, index) => ({ ...room, name: `room-${index + 1}` }))
    const files = await pcmFiles([...samples, ...open], rooms, folder)
    const store = modelStore(process.env.PAROLO_HOME ?? folder)
    const segmentation = await store.find(DEFAULT_MODELS.segmentation)
    const voiceModels = (await store.list()).filter(({ entry }) => entry.role === 'embedding')
    const reports: string[] = []
    for (const embedding of voiceModels) {
      context.say(`  ${files.length} sounds with ${embedding.entry.name} …`)
      const engine = new SpeakerEngine(segmentation, embedding, forkEngine())
      const heard: HeardKnown[] = []
      try {
        for (const { known, pcm, sampleCount } of files)
          heard.push({ known, heard: await engine.hear(pcm, sampleCount) })
      } finally {
        await engine.close()
      }
      reports.push(`### ${embedding.entry.name}\n\n${countReport(heard, samples, open)}`)
      if (embedding.embedded) reports.push(unsureReport(heard))
    }
    return [...reports, await wordsReport(context, [...samples, ...open], folder)].join('\n\n')
  })
}

interface PcmSound {
  readonly known: KnownSound
  readonly pcm: string
  readonly sampleCount: number
}

async function pcmFiles(
  recordings: readonly SpeakerRecording[],
  rooms: readonly MadeRoom[],
  folder: string,
): Promise<PcmSound[]> {
  const files: PcmSound[] = []
  for (const recording of recordings) {
    const pcm = path.join(folder, `${path.basename(recording.name)}.pcm`)
    await decodeToPcm(recording.path, pcm)
    files.push({ known: recording, pcm, sampleCount: (await stat(pcm)).size / PCM_BYTES_PER_SAMPLE })
  }
  for (const { name, samples, turns, speakers, seconds } of rooms) {
    const pcm = path.join(folder, `${name}.pcm`)
    const bytes = Int16Array.from(samples, (sample) => Math.max(-1, Math.min(1, sample)) * 32_767)
    await writeFile(pcm, new Uint8Array(bytes.buffer))
    const known = { name, turns, speakers, scored: [{ start: 0, end: seconds }] }
    files.push({ known, pcm, sampleCount: samples.length })
  }
  return files
}

function countReport(
  heard: readonly HeardKnown[],
  samples: readonly SpeakerRecording[],
  open: readonly SpeakerRecording[],
): string {
  const named = (all: readonly { readonly name: string }[]) => new Set(all.map(({ name }) => name))
  const sets = [
    { title: 'samples', names: named(samples) },
    { title: 'open set', names: named(open) },
    { title: 'rooms of readers', names: roomNames(0) },
    { title: 'rooms of made-up voices', names: roomNames(1) },
  ]
  const rows = sets.map(({ title, names }) => {
    const own = heard.filter(({ known }) => names.has(known.name))
    const counted = own.map((one) => ({ ...one, found: turnsOf(one.heard, null) }))
    const differences = counted.map(({ known, found }) => speakersIn(found) - known.speakers)
    const rate = (speakers: (known: KnownSound) => number | null): string =>
      percent(
        errorRate(
          addDiarizationErrors(
            own.map(({ known, heard: one }) =>
              diarizationError(known.turns, turnsOf(one, speakers(known)), known.scored),
            ),
          ),
        ),
      )
    return [
      title,
      own.length,
      differences.filter((difference) => difference === 0).length,
      differences.filter((difference) => difference < 0).length,
      differences.filter((difference) => difference > 0).length,
      rate(() => null),
      rate(({ speakers }) => speakers),
    ]
  })
  return `Diarization error without a collar, overlap counted. The count is found out, or given.

${table(['', 'sounds', 'count right', 'too few', 'too many', 'error, count found', 'error, count given'], rows)}`
}

const roomNames = (set: number): ReadonlySet<string> =>
  new Set(
    Array.from(
      { length: MAX_SPEAKERS * ROOMS_OF_EACH },
      (_, index) => `room-${set * MAX_SPEAKERS * ROOMS_OF_EACH + index + 1}`,
    ),
  )

function turnsOf(heard: HeardSound, speakers: number | null): SpeakerTurn[] {
  return diarizePieces({ ...heard, speakers }).turns.map(({ speaker, startMs, endMs }) => ({
    speaker: String(speaker),
    start: startMs / 1000,
    end: endMs / 1000,
  }))
}

const speakersIn = (turns: readonly SpeakerTurn[]): number =>
  new Set(turns.map(({ speaker }) => speaker)).size

async function wordsReport(
  context: BenchContext,
  recordings: readonly SpeakerRecording[],
  folder: string,
): Promise<string> {
  const known = recordings.filter(({ words }) => words !== null)
  const sounds = path.join(folder, 'words')
  await mkdir(sounds)
  const asked = await Promise.all(
    known.map(async (recording) => {
      // Names of results are derived from names of files.
      const file = path.join(sounds, path.basename(recording.path))
      await copyFile(recording.path, file)
      return { ...recording, path: file, reference: '', isHard: false }
    }),
  )
  const made = await transcribeAll(asked, [1], sounds, context.say)
  const found = made.map(({ recording, transcript }, index) => {
    const said = known[index]?.words ?? []
    const words = transcript.paragraphs.flatMap((paragraph) =>
      paragraph.words.map(({ text }) => ({ text, speaker: paragraph.speakerId })),
    )
    const result = wrongSpeakers(said, words)
    const places = result.places.map((place) =>
      words
        .slice(Math.max(0, place - 2), place + 2)
        .map(({ text }) => text)
        .join(' '),
    )
    return { name: recording.name, isSample: !recording.name.includes('/'), result, places }
  })
  const row = (name: string, results: readonly WrongSpeakers[]) => {
    const sum = (pick: (one: WrongSpeakers) => number): number =>
      results.reduce((all, one) => all + pick(one), 0)
    const [compared, wrong] = [sum((one) => one.compared), sum((one) => one.wrong)]
    return [
      name,
      compared,
      wrong,
      percent(wrong / compared),
      sum((one) => one.firstWrong),
      sum((one) => one.first),
    ]
  }
  const samples = found.filter(({ isSample }) => isSample).map(({ result }) => result)
  const share =
    samples.reduce((sum, { wrong }) => sum + wrong, 0) /
    samples.reduce((sum, { compared }) => sum + compared, 0)
  return `### Words with the wrong speaker

Of the words that were recognized; speakers are counted. First words: those that begin a turn.

${table(
  ['', 'words', 'wrong speaker', 'share', 'first words wrong', 'first words'],
  [
    ...found.map(({ name, result }) => row(name, [result])),
    row('all samples', samples),
    row(
      'all',
      found.map(({ result }) => result),
    ),
  ],
)}

Aim at most ${percent(MAX_WRONG)} in the samples: ${share <= MAX_WRONG ? 'met' : '**missed**'}.
Where: ${found.flatMap(({ name, places }) => places.map((words) => `“${words}” (${name})`)).join(', ')}`
}
