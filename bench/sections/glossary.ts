import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findDoubts } from '#core/doubt/doubts'
import type { NearGlossaryTerm } from '#core/doubt/reasons'
import { type Transcript, transcriptWords } from '#core/transcript/transcript'
import { verbs } from '../../cli/verbs/verbs.ts'
import { readOpenSet, readSamples } from '../doubts/doubt-recordings.ts'
import { type Transcribed, transcribeAll } from '../doubts/transcribed.ts'
import { madeUpTalks } from '../glossary/made-up-talks.ts'
import { madeUpProse, madeUpTranscript } from '../glossary/made-up-transcript.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { projectRoot } from '../project-root.ts'
import { met, percent, table } from '../report/table.ts'
import { type BenchContext, needEvaldata } from './section.ts'

const NAMES = madeUpTalks.flatMap(({ names }) => names.map(({ term }) => ({ text: term })))
/** Names that occur in the open set, to find in a real transcript. */
const SAID = [
  'Sintra',
  'Kowloon',
  'Adam Duguid',
  'Ebenezer Ademesoye',
  'Giancarlo Fisichella',
  'Bieber',
  'USOC',
]
const SAID_TOO = ['Goethe', 'Fichte', 'Schlegel', 'Dashwood', 'Lord Byron', 'Chicago', 'Yankee']
/** Aim: 30,000 words against 100 terms, in addition to finding doubts without terms. */
const MAX_MS = 500

/** The offers from a glossary of 50 names: where they were said and misspelled, and where none was said. */
export async function measureGlossary(context: BenchContext): Promise<string> {
  const recordings = [...readOpenSet(needEvaldata(context)), ...readSamples()]
  const made = await inWorkFolder((folder) => transcribeAll(recordings, [1], folder, context.say))
  return report(made)
}

export function report(made: readonly Transcribed[]): string {
  return [talksReport(), realReport(made), proseReport(), speedReport()].join('\n\n')
}

function talksReport(): string {
  const rows = madeUpTalks.flatMap((talk) =>
    ([0, 1, null] as const).map((heard) => {
      const { transcript, said } = madeUpTranscript(talk, heard)
      const offered = offersOf(transcript, NAMES)
      const right = said.filter(({ term, wordIds }) =>
        offered.some(
          (offer) =>
            offer.term === term && offer.fromWordId === wordIds[0] && offer.toWordId === wordIds.at(-1),
        ),
      )
      const words = transcriptWords(transcript).length
      const how = heard === null ? 'written right' : `written wrongly, ${heard === 0 ? 'one' : 'another'} way`
      return [
        `${talk.language}, names ${how}`,
        words,
        said.length,
        heard === null ? '–' : right.length,
        heard === null ? '–' : percent(right.length / said.length),
        offered.length - right.length,
      ]
    }),
  )
  return `### Made-up talks

Two talks written for this project, with 25 names each; the glossary has all 50, without "sounds like". The wrong
spellings are made up too, with confidences as often as they were counted (docs/engine.md); they were looked at while the
numbers of the matcher were set, so the next table is the fairer one. False: another term, or other words.

${table(['talk', 'words', 'names said', 'offered', 'share', 'false offers'], rows)}`
}

function realReport(made: readonly Transcribed[]): string {
  const names = [...SAID, ...SAID_TOO].map((text) => ({ text }))
  const words = made.reduce((sum, { transcript }) => sum + transcriptWords(transcript).length, 0)
  const list = (terms: readonly { readonly text: string }[]): string[] =>
    made.flatMap((one) =>
      offersOf(one.transcript, terms, one).map(
        (offer) => `${one.recording.name}: “${heardText(one.transcript, offer)}” → ${offer.correction}`,
      ),
    )
  const none = list(
    NAMES.filter(({ text }) => !made.some(({ recording }) => isSaid(text, recording.reference))),
  )
  return `### Transcripts of the open set and the samples

${words} words as Parolo recognized them. Of the 50 names those that are in no reference: ${none.length} offers (aim 0:
${met(none.length === 0)}).${none.map((line) => `\n- ${line}`).join('')}

Of ${names.length} names that are said there:
${list(names)
  .map((line) => `- ${line}`)
  .join('\n')}`
}

const isSaid = (term: string, reference: string): boolean =>
  term.split(' ').every((word) => reference.toLowerCase().includes(word.toLowerCase()))

/** The project's own documents and texts, none of which contains a name of the list. */
function proseReport(): string {
  const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8')
  const english = [
    'README.md',
    'ARCHITECTURE.md',
    'docs/engine.md',
    'docs/recording.md',
    'docs/models.md',
  ].map(read)
  const french = [
    ...verbs.map(({ help }) => help.fr.text),
    ...['core/messages/groups/editor.ts', 'core/messages/groups/recorder.ts'].map(read),
  ]
  const names = NAMES.filter(({ text }) => !['Parolo', 'sherpa-onnx', 'oxlint'].includes(text))
  const rows = [
    ['English documents', 'en', english.join(' ')] as const,
    ['texts of the program, French', 'fr', french.join(' ')] as const,
  ].map(([name, language, text]) => {
    const transcript = madeUpProse(text, language)
    const words = transcriptWords(transcript).length
    const offered = offersOf(transcript, names)
    return [name, words, offered.length, ((offered.length * 10_000) / words).toFixed(1)]
  })
  return `### Text in which no name is said

Every word with a confidence as if it were recognized: one in five unsure.

${table(['text', 'words', 'false offers', 'in 10,000 words'], rows)}`
}

function speedReport(): string {
  const terms = [...NAMES, ...NAMES.map(({ text }) => ({ text: Array.from(text).toReversed().join('') }))]
  const sentence = madeUpTalks[0]?.sentences.join(' ') ?? ''
  const text = Array.from({ length: 500 }, () => sentence).join(' ')
  const transcript = madeUpProse(text, 'en', 30_000)
  const took = (use: () => unknown): number => {
    const startedAt = performance.now()
    use()
    return performance.now() - startedAt
  }
  findDoubts(transcript, { terms })
  const without = Math.min(...[1, 2, 3].map(() => took(() => findDoubts(transcript))))
  const ms = Math.max(
    0,
    Math.min(...[1, 2, 3].map(() => took(() => findDoubts(transcript, { terms })))) - without,
  )
  return `### Speed

${transcriptWords(transcript).length} words against ${terms.length} terms: ${Math.round(ms)} ms (aim at most ${MAX_MS} ms:
${met(ms <= MAX_MS)}), beside ${Math.round(without)} ms that doubts take without terms.`
}

function offersOf(
  transcript: Transcript,
  terms: readonly { readonly text: string }[],
  { evidence = {} }: Partial<Pick<Transcribed, 'evidence'>> = {},
): NearGlossaryTerm[] {
  return findDoubts(transcript, { ...evidence, terms }).all.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => (reason.reason === 'near-glossary-term' ? [reason] : [])),
  )
}

function heardText(transcript: Transcript, { fromWordId, toWordId }: NearGlossaryTerm): string {
  const words = transcriptWords(transcript)
  const indexOf = (id: string): number => words.findIndex((word) => word.id === id)
  return words
    .slice(indexOf(fromWordId), indexOf(toWordId) + 1)
    .map(({ text }) => text)
    .join(' ')
}
