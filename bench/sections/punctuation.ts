import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type DoubtRecording, readOpenSet, readSamples } from '../doubts/doubt-recordings.ts'
import { decodeToPcm } from '../measure/ffmpeg.ts'
import { readResult, runParolo } from '../measure/parolo.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { textOfDocument } from '../outputs/ours.ts'
import { type RawWay, recognizeRaw } from '../outputs/raw.ts'
import { rawModels } from '../raw/raw-models.ts'
import { RawProcess } from '../raw/raw-process.ts'
import { rawText } from '../raw/raw-words.ts'
import { type Cell, percent, table } from '../report/table.ts'
import { comparableText } from '../scoring/comparable-text.ts'
import { addMarks, f1, hasMarks, type Mark, type MarkCounts, MARKS, scoreMarks } from '../scoring/marks.ts'
import { addWordErrors, errorCount, wordErrors } from '../scoring/word-errors.ts'
import { type BenchContext, needEvaldata } from './section.ts'

/** With 28 s, what sherpa appends fills the model's window of 30 s. */
const CHUNK_SECONDS = [10, 20, 28]
const PASSES = { first: 'as the first pass', second: 'as the second, whole windows' } as const

interface Program {
  readonly name: string
  /** Texts by the recording's name. */
  readonly texts: ReadonlyMap<string, string>
}

/** Sentence ends, commas, question marks and capitals, beside the raw engine with chunks of several lengths. */
export async function measurePunctuation(context: BenchContext): Promise<string> {
  const recordings = [...readOpenSet(needEvaldata(context)), ...readSamples()].filter(({ reference }) =>
    hasMarks(reference),
  )
  return inWorkFolder((folder) => reportPunctuation(recordings, folder, context.say))
}

/**
 * @param folder as for `transcribeAll`; texts that are there already are kept
 */
async function reportPunctuation(
  recordings: readonly DoubtRecording[],
  folder: string,
  say: BenchContext['say'],
): Promise<string> {
  const programs = [
    await ours('Parolo', recordings, folder, say),
    await ours('Parolo --quick', recordings, folder, say),
    ...(await raws(recordings, folder, say)),
  ]
  const groups = Map.groupBy(recordings, groupOf)
  return `Marks at words that the reference and the text both have, after an alignment of words; F1 (both of reference). Capitals where
the word is the same, without “I”. Raw engine: sherpa-onnx on Silero's regions, one decode each, at most so long. Recordings whose
references have punctuation and capitals: ${[...groups].map(([group, its]) => `${its.length} ${group}`).join(', ')}; no German, Spanish or Portuguese ones.

${[...groups].map(([group, its]) => groupTable(group, its, programs)).join('\n\n')}`
}

/** Our own samples are of made-up voices, the others of people. */
function groupOf({ language, name }: DoubtRecording): string {
  return `${language}, ${SAMPLE_NAMES.has(name) ? 'made-up voices' : 'people'}`
}
const SAMPLE_NAMES = new Set(readSamples().map(({ name }) => name))

async function ours(
  name: 'Parolo' | 'Parolo --quick',
  recordings: readonly DoubtRecording[],
  folder: string,
  say: BenchContext['say'],
): Promise<Program> {
  say(`  ${name} on ${recordings.length} recordings …`)
  const out = path.join(folder, name)
  const texts = new Map<string, string>()
  for (const [language, its] of Map.groupBy(recordings, (recording) => recording.language)) {
    await runParolo(
      its.map((recording) => recording.path),
      { data: path.join(folder, 'library'), out, language, quick: name === 'Parolo --quick' },
    )
    for (const recording of its)
      texts.set(recording.name, textOfDocument(await readResult(recording.path, out)))
  }
  return { name, texts }
}

async function raws(
  recordings: readonly DoubtRecording[],
  folder: string,
  say: BenchContext['say'],
): Promise<Program[]> {
  const models = await rawModels()
  const engine = new RawProcess()
  const programs: Program[] = []
  const pcmOf = ({ name }: DoubtRecording): string => path.join(folder, `${name}.pcm`)
  try {
    for (const recording of recordings) await decodeToPcm(recording.path, pcmOf(recording))
    for (const pass of ['first', 'second'] as const) {
      for (const seconds of CHUNK_SECONDS) {
        const way: RawWay = { seconds, pass }
        say(`  the raw engine, ${seconds} s, ${PASSES[pass]} …`)
        const texts = new Map<string, string>()
        for (const recording of recordings) {
          const { language, name } = recording
          const file = path.join(folder, `${name}-${seconds}-${pass}.txt`)
          if (!existsSync(file)) {
            const found = await recognizeRaw(engine, models, { pcm: pcmOf(recording), language }, way)
            await writeFile(file, rawText(found))
          }
          texts.set(name, await readFile(file, 'utf8'))
        }
        programs.push({ name: `raw engine, ${seconds} s, ${PASSES[pass]}`, texts })
      }
    }
  } finally {
    await engine.close()
  }
  return programs
}

function groupTable(group: string, its: readonly DoubtRecording[], programs: readonly Program[]): string {
  const rows = programs.map(({ name, texts }): Cell[] => {
    const textOf = (recording: DoubtRecording): string => texts.get(recording.name) ?? ''
    const marks = addMarks(its.map((recording) => scoreMarks(recording.reference, textOf(recording))))
    const words = addWordErrors(
      its.map((recording) =>
        wordErrors(comparableText(recording.reference), comparableText(textOf(recording))),
      ),
    )
    return [
      name,
      `${errorCount(words)} = ${percent(errorCount(words) / words.words)}`,
      ...MARKS.map((mark) => markCell(marks, mark)),
    ]
  })
  const words = its.reduce((sum, { reference }) => sum + comparableText(reference).length, 0)
  return `### ${group} (${words} words)

${table(['program', 'word errors', 'sentence ends', 'commas', 'question marks', 'capitals'], rows)}`
}

const markCell = (marks: MarkCounts, mark: Mark): string =>
  `${percent(f1(marks[mark]))} (${marks[mark].both} of ${marks[mark].reference})`
