import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { JUMP_DB } from '#core/cut/level-jumps'
import type { Edit } from '#core/edits/edit'
import { usualSound } from '#core/formats/sounds/sound-files'
import type { TranscriptDocument } from '#core/transcript/document'
import type { Word } from '#core/transcript/transcript'
import { openLibrary } from '#studio/library/open'
import { readSoundSource } from '#studio/sound/sound-file/sound-source'
import { writeSoundFile } from '#studio/sound/sound-file/write-sound-file'
import { joinWordsReport } from '../cut/join-word-flags.ts'
import { flagLevelJumps } from '../cut/level-jump-flags.ts'
import { offeredFillersReport } from '../cut/offered-fillers.ts'
import { type RandomCut, randomCuts } from '../cut/random-cuts.ts'
import { exactlyKept, readSaidWords } from '../cut/said-words.ts'
import { NO_CUT_SPEECH, type CutSpeechScore, scoreCutSpeech } from '../cut/score-cut-speech.ts'
import { readResult, runParolo } from '../measure/parolo.ts'
import { runCommand } from '../measure/run-command.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { projectRoot } from '../project-root.ts'
import { met, percent, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const SPEECH = [
  { file: 'resources/samples/conversation-en', language: 'en' },
  { file: 'resources/samples/conversation-fr', language: 'fr' },
  { file: 'fixtures/speech/meeting-en', language: 'en' },
] as const
const MIN_CUTS = 200
const NOISE_JOINS = 400
/** Aims: shares of words. */
const MIN_BESIDE = 0.9
const MIN_OTHERS = 0.99
const MAX_STILL_HEARD = 0.05

/** Made-up speech, cut at random, rendered by the command line, and recognized again. */
export async function measureCutSpeech({ say, evaldata }: BenchContext): Promise<string> {
  const { found, exact, joins, offered } = await inWorkFolder(async (folder) => {
    const data = path.join(folder, 'library')
    for (const { file, language } of SPEECH)
      await runParolo([path.join(projectRoot, `${file}.opus`)], { data, out: folder, language })
    let [cutByUs, cutExactly]: [CutSpeechScore, CutSpeechScore] = [NO_CUT_SPEECH, NO_CUT_SPEECH]
    for (let round = 1; cutByUs.cuts < MIN_CUTS; round += 1) {
      say(`  round ${round}: ${cutByUs.cuts} of ${MIN_CUTS} cuts`)
      for (const { file, language } of SPEECH) {
        const source = path.join(projectRoot, `${file}.opus`)
        const document = await readResult(source, folder)
        const scores = await scoreOnce(document, { source, language, data, folder, seed: 4_711 * round })
        cutByUs = sum(cutByUs, scores.found)
        cutExactly = sum(cutExactly, scores.exact)
      }
    }
    say('  joins whose words are checked')
    const wordsAtJoins = await joinWordsReport(folder, say)
    say('  possible “um”s in meetings')
    return {
      found: cutByUs,
      exact: cutExactly,
      joins: wordsAtJoins,
      offered: evaldata === null ? [] : [await offeredFillersReport(evaldata, folder)],
    }
  })
  return [
    `${found.cuts} random cuts of one to four words in made-up speech, three recordings in English and French, rendered and`,
    'recognized again. Words are those that were said; shares are of how often they are found in the whole recording. Beside it',
    'the same cuts exactly where the words were made to begin and end: what is missing there is not due to the edges.',
    '',
    speechTable(found, exact),
    '',
    levelJumpsReport(),
    '',
    joins,
    ...offered.flatMap((report) => ['', report]),
  ].join('\n')
}

function speechTable(found: CutSpeechScore, exact: CutSpeechScore): string {
  const row = (what: string, count: (of: CutSpeechScore) => readonly [number, number], aim: number) => {
    const [[some, of], [someExactly, ofExactly]] = [count(found), count(exact)]
    const isMost = aim < 0.5
    return [
      what,
      some,
      of,
      percent(some / of),
      `at ${isMost ? 'most' : 'least'} ${percent(aim)}`,
      met(isMost ? some <= aim * of : some >= aim * of),
      percent(someExactly / ofExactly),
    ]
  }
  return table(
    ['what', 'in the cut', 'of', 'share', 'aim', '', 'cut exactly'],
    [
      row('words beside a join, found', (of) => [of.besideFound, of.besideWhole], MIN_BESIDE),
      row('other kept words, found', (of) => [of.othersFound, of.othersWhole], MIN_OTHERS),
      row('cut words, still heard', (of) => [of.stillHeard, of.cutWords], MAX_STILL_HEARD),
    ],
  )
}

interface Round {
  readonly source: string
  readonly language: string
  readonly data: string
  readonly folder: string
  readonly seed: number
}

/** Of the program's own edges, and of the exact ones. */
async function scoreOnce(
  { transcript, recording }: TranscriptDocument,
  { source, language, data, folder, seed }: Round,
): Promise<{ readonly found: CutSpeechScore; readonly exact: CutSpeechScore }> {
  const words = transcript.paragraphs.flatMap((paragraph) => paragraph.words)
  const cuts = randomCuts(
    transcript.paragraphs.map((paragraph) => paragraph.words),
    seed,
  )
  const said = await readSaidWords(source.replace(/\.opus$/u, '.json'))
  await cutInLibrary(data, source, words, cuts)
  const { name } = path.parse(source)
  const out = path.join(folder, `cut-${seed}-${name}`)
  await runCommand(['export', source, '--data', data, '--cut', '--format', 'wav', '--out', out])
  const [rendered, exactly] = [path.join(out, `${name}.wav`), path.join(out, 'exactly.wav')]
  const sound = await readSoundSource(source, 0)
  await writeSoundFile(sound, 'wav', exactly, usualSound, {
    signal: new AbortController().signal,
    kept: exactlyKept(said, words, cuts, { durationMs: recording.durationMs, rate: sound.sampleRate }),
    silences: [],
    tags: { title: '', people: [], album: '', date: '', chapters: [], cover: null },
  })
  await runParolo([rendered, exactly], { data: path.join(out, 'library'), out, language })
  const score = async (file: string): Promise<CutSpeechScore> => {
    const heard = (await readResult(file, out)).transcript.paragraphs.flatMap((paragraph) => paragraph.words)
    return scoreCutSpeech({ said: texts(said), words: texts(words), cuts, heard: texts(heard) })
  }
  return { found: await score(rendered), exact: await score(exactly) }
}

const texts = (words: readonly { readonly text: string }[]): string[] => words.map(({ text }) => text)

/** As in the page, instead of what was cut before. */
async function cutInLibrary(
  data: string,
  source: string,
  words: readonly Word[],
  cuts: readonly RandomCut[],
): Promise<void> {
  const library = await openLibrary(data)
  try {
    const recording = await library.recording(source)
    const facts = (await library.transcriptsOf(recording.id)).find(({ current }) => current)
    if (facts === undefined) throw new Error(`${source} was not transcribed`)
    const { marks } = await library.transcript(facts.id)
    const removed = marks.map(({ id, kind }): Edit => ({ kind: 'remove-mark', id: randomUUID(), markId: id, markKind: kind })) // prettier-ignore
    const set = cuts.flatMap(({ from, to }): Edit[] => {
      const [first, last] = [words[from], words[to]]
      if (first === undefined || last === undefined) return []
      const ends = { fromWordId: first.id, toWordId: last.id }
      const mark = { id: randomUUID(), kind: 'cut', ...ends, value: { reason: 'person' } } as const
      return [{ kind: 'set-mark', id: randomUUID(), mark }]
    })
    const base = { baseNumber: facts.editNumber, stepId: randomUUID() }
    await library.applyEdits(facts.id, [...removed, ...set], base)
  } finally {
    await library.close()
  }
}

function levelJumpsReport(): string {
  const { joins, jumps, flagged, right } = flagLevelJumps(NOISE_JOINS)
  const [are, found] = [percent(right / flagged), percent(right / jumps)]
  return `At ${joins} joins between made-up rooms, ${jumps} of them with a jump of the noise over ${JUMP_DB} dB, ${right} of ${flagged} flags are right (${are}), and ${found} of the jumps are flagged.`
}

const sum = (one: CutSpeechScore, other: CutSpeechScore): CutSpeechScore => ({
  cuts: one.cuts + other.cuts,
  beside: one.beside + other.beside,
  besideWhole: one.besideWhole + other.besideWhole,
  besideFound: one.besideFound + other.besideFound,
  others: one.others + other.others,
  othersWhole: one.othersWhole + other.othersWhole,
  othersFound: one.othersFound + other.othersFound,
  cutWords: one.cutWords + other.cutWords,
  stillHeard: one.stillHeard + other.stillHeard,
})
