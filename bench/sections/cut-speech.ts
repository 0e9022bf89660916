import path from 'node:path'
import { JUMP_DB } from '#core/cut/level-jumps'
import type { TranscriptDocument } from '#core/transcript/document'
import { offeredFillersReport } from '../cut/offered-fillers.ts'
import { flagLevelJumps } from '../cut/level-jump-flags.ts'
import { NO_CUT_SPEECH, type CutSpeechScore, scoreCutSpeech } from '../cut/score-cut-speech.ts'
import { randomCuts } from '../cut/random-cuts.ts'
import { readResult, runParolo } from '../measure/parolo.ts'
import { runCommand } from '../measure/run-command.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { projectRoot } from '../project-root.ts'
import { met, percent, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const SPEECH = [
  { file: 'resources/samples/conversation-en.opus', language: 'en' },
  { file: 'resources/samples/conversation-fr.opus', language: 'fr' },
  { file: 'fixtures/speech/meeting-en.opus', language: 'en' },
] as const
const MIN_CUTS = 200
const NOISE_JOINS = 400
/** Aims: shares of words. */
const MIN_BESIDE = 0.9
const MIN_OTHERS = 0.99
const MAX_STILL_HEARD = 0.05

/** Made-up speech, cut at random with the command line, rendered, and recognized again. */
export async function measureCutSpeech({ say, evaldata }: BenchContext): Promise<string> {
  const { score, offered } = await inWorkFolder(async (folder) => {
    const data = path.join(folder, 'library')
    for (const { file, language } of SPEECH)
      await runParolo([path.join(projectRoot, file)], { data, out: folder, language })
    let all: CutSpeechScore = NO_CUT_SPEECH
    for (let round = 1; all.cuts < MIN_CUTS; round += 1) {
      say(`  round ${round}: ${all.cuts} of ${MIN_CUTS} cuts`)
      for (const { file, language } of SPEECH) {
        const source = path.join(projectRoot, file)
        const document = await readResult(source, folder)
        all = sum(all, await scoreOnce(document, { source, language, data, folder, seed: 4_711 * round }))
      }
    }
    say('  possible “um”s in meetings')
    return { score: all, offered: evaldata === null ? [] : [await offeredFillersReport(evaldata, folder)] }
  })
  const { cuts, beside, besideFound, others, othersFound, cutWords, stillHeard } = score
  const rows: (readonly [string, number, number, string, boolean])[] = [
    [
      'words beside a join, found',
      besideFound,
      beside,
      `at least ${percent(MIN_BESIDE)}`,
      besideFound >= MIN_BESIDE * beside,
    ],
    [
      'other kept words, found',
      othersFound,
      others,
      `at least ${percent(MIN_OTHERS)}`,
      othersFound >= MIN_OTHERS * others,
    ],
    [
      'cut words, still heard',
      stillHeard,
      cutWords,
      `at most ${percent(MAX_STILL_HEARD)}`,
      stillHeard <= MAX_STILL_HEARD * cutWords,
    ],
  ]
  return [
    `${cuts} random cuts of one to four words in made-up speech, three recordings in English and French, rendered and`,
    'recognized again. Compared with the words recognized in the whole recording.',
    '',
    table(
      ['what', 'words', 'of', 'share', 'aim', ''],
      rows.map(([what, some, of, aim, isMet]) => [what, some, of, percent(some / of), aim, met(isMet)]),
    ),
    '',
    levelJumpsReport(),
    ...offered.flatMap((report) => ['', report]),
  ].join('\n')
}

interface Round {
  readonly source: string
  readonly language: string
  readonly data: string
  readonly folder: string
  readonly seed: number
}

async function scoreOnce(
  { transcript }: TranscriptDocument,
  { source, language, data, folder, seed }: Round,
): Promise<CutSpeechScore> {
  const words = transcript.paragraphs.flatMap((paragraph) => paragraph.words)
  const cuts = randomCuts(
    transcript.paragraphs.map((paragraph) => paragraph.words),
    seed,
  )
  const cut = (...options: readonly string[]) => runCommand(['cut', source, '--data', data, ...options])
  await cut('--none')
  for (const { from, to } of cuts) {
    const [first, last] = [words[from], words[to]]
    if (first && last) await cut('--from', String(first.startMs / 1_000), '--to', String(last.endMs / 1_000))
  }
  const out = path.join(folder, `cut-${seed}-${path.parse(source).name}`)
  await runCommand(['export', source, '--data', data, '--cut', '--format', 'wav', '--out', out])
  const rendered = path.join(out, `${path.parse(source).name}.wav`)
  await runParolo([rendered], { data: path.join(out, 'library'), out, language })
  const heard = (await readResult(rendered, out)).transcript.paragraphs.flatMap(
    (paragraph) => paragraph.words,
  )
  return scoreCutSpeech(
    words.map(({ text }) => text),
    cuts,
    heard.map(({ text }) => text),
  )
}

function levelJumpsReport(): string {
  const { joins, jumps, flagged, right } = flagLevelJumps(NOISE_JOINS)
  const [are, found] = [percent(right / flagged), percent(right / jumps)]
  return `At ${joins} joins between made-up rooms, ${jumps} of them with a jump of the noise over ${JUMP_DB} dB, ${right} of ${flagged} flags are right (${are}), and ${found} of the jumps are flagged.`
}

const sum = (one: CutSpeechScore, other: CutSpeechScore): CutSpeechScore => ({
  cuts: one.cuts + other.cuts,
  beside: one.beside + other.beside,
  besideFound: one.besideFound + other.besideFound,
  others: one.others + other.others,
  othersFound: one.othersFound + other.othersFound,
  cutWords: one.cutWords + other.cutWords,
  stillHeard: one.stillHeard + other.stillHeard,
})
