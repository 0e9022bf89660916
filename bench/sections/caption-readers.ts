import * as fc from 'fast-check'
import { makeCues } from '#core/captions/cues'
import { rulesOf } from '#core/captions/presets/transcript-rules'
import { randomMarks } from '#core/captions/testing/random-marks'
import { spoken } from '#core/captions/testing/spoken'
import type { DocumentWithExtras } from '#core/formats/format'
import { type FormatId, formats } from '#core/formats/formats'
import { runsOf } from '#core/formats/reading/styled-text'
import { documentOf, english, sampleDocument } from '#core/formats/testing/sample-document'
import {
  type CaptionReader,
  captionReaders,
  captionReaderVersions,
  type ReadCaption,
  type ReadCaptions,
  readWithOthers,
} from '../peers/caption-readers.ts'
import { table } from '../report/table.ts'

interface Written {
  readonly name: string
  readonly format: FormatId
  readonly reader: CaptionReader
  readonly text: string
  readonly cues: readonly ReadCaption[]
}

/** How many random documents; the same in each run. */
const RANDOM = 60
const SEED = 36

/** Our caption files read by two programs that we did not write, cue by cue: times, lines, letters in italics. */
export async function measureCaptionReaders(say: (line: string) => void): Promise<string> {
  const documents = [...samples(), ...randomDocuments()]
  const files = Object.entries(captionReaders).flatMap(([reader, known]) =>
    documents.flatMap(([name, document]) =>
      known.map((format): Written => {
        const text = formats[format].write?.(document, { ...english, captionNames: 'change' }).text ?? ''
        return {
          name,
          format,
          reader: reader as CaptionReader,
          text,
          cues: cuesIn(format, text, document.transcript.language),
        }
      }),
    ),
  )
  const theirs = await readWithOthers(
    files.map(({ name, reader, format, text }) => ({ name, reader, format, text })),
    say,
  )
  const rows = new Map<string, { files: number; cues: number; same: number }>()
  const differing = new Map<string, string[]>()
  for (const [at, file] of files.entries()) {
    const key = `${formats[file.format].label.en} in ${file.reader}`
    const row = rows.get(key) ?? { files: 0, cues: 0, same: 0 }
    rows.set(key, row)
    const found = differencesOf(file.cues, theirs[at])
    row.files++
    row.cues += file.cues.length
    row.same += file.cues.length - Math.min(file.cues.length, found.length)
    if (found.length > 0) differing.set(key, [...(differing.get(key) ?? []), ...found])
  }
  const versions = Object.entries(captionReaderVersions).map(([name, version]) => `${name} ${version}`)
  return [
    `${versions.join(' and ')} beside us: what we write of the samples and of ${RANDOM} random documents (marks of all kinds, signs that
formats escape, several scripts, names in the text), cue by cue: start, end, lines, letters in italics.`,
    '',
    table(
      ['what', 'files', 'cues', 'the same'],
      [...rows].map(([key, { files: count, cues, same }]) => [key, count, cues, same]),
    ),
    ...(differing.size === 0 ? [] : ['', 'Otherwise, for one:']),
    ...[...differing].map(([key, [first = '']]) => `- ${key}: ${first}`),
  ].join('\n')
}

const samples = (): [string, DocumentWithExtras][] =>
  ['en', 'fr'].map((language) => [
    language,
    sampleDocument(`resources/samples/conversation-${language}.json`),
  ])

const words = [
  'a',
  'um,',
  'bicycles.',
  'AT&T',
  'x<y',
  '<b>',
  '"quoted"',
  'it’s',
  'שלום',
  '10:30',

  '--',
  '&amp;',
  'ça !',
]

function randomDocuments(): [string, DocumentWithExtras][] {
  const turn = fc.record({
    speaker: fc.constantFrom('A', 'B'),
    pauseMs: fc.nat(2_000),
    texts: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 15 }),
  })
  const arbitrary = fc.array(turn, { minLength: 1, maxLength: 6 }).chain((turns) => {
    let clockMs = 0
    const paragraphs = spoken(
      turns.map(({ speaker, pauseMs, texts }) => {
        const startMs = clockMs + pauseMs
        clockMs = startMs + texts.length * 300
        return [speaker, startMs, clockMs, texts.join(' ')]
      }),
    )
    return randomMarks(paragraphs).map((marks) => documentOf(paragraphs, marks))
  })
  return fc.sample(arbitrary, { seed: SEED, numRuns: RANDOM }).map((document, at) => {
    const speakers = document.transcript.speakers.map((speaker, index) => ({
      ...speaker,
      name: ['Nora Field', 'Sam & Co'][index] ?? null,
    }))
    return [`random ${at + 1}`, { ...document, transcript: { ...document.transcript, speakers } }]
  })
}

function cuesIn(format: FormatId, text: string, language: string): ReadCaption[] {
  const result = formats[format].read?.(text)
  if (result === undefined) throw new Error(`${format} is not read`)
  const { transcript, recording } = result.document
  const options = { durationMs: recording.durationMs, language }
  return makeCues(transcript, rulesOf(transcript), options).map(({ startMs, endMs, lines }) => [
    startMs,
    endMs,
    lines.map((line) => line.text).join('\n'),
    lines
      .flatMap(runsOf)
      .flatMap((run) => (run.isItalic ? [run.text] : []))
      .join(''),
  ])
}

/** One for each cue that is read otherwise, is missing or too many. */
function differencesOf(cues: readonly ReadCaption[], theirs: ReadCaptions | undefined): string[] {
  if (theirs === undefined) return ['not read']
  if ('error' in theirs) return cues.map(() => theirs.error)
  const count = Math.max(cues.length, theirs.cues.length)
  return Array.from({ length: count }, (_, at) => [cues[at], theirs.cues[at]] as const).flatMap(
    ([own, other]) => {
      const [here, there] = [shownOf(own), shownOf(other)]
      return here === there ? [] : [`“${there}” there, “${here}” here`]
    },
  )
}

function shownOf(cue: ReadCaption | undefined): string {
  if (cue === undefined) return 'nothing'
  const [startMs, endMs, text, italics] = cue
  const lines = text.split('\n').map((line) => line.replaceAll(/\s+/gu, ' ').trim())
  const letters = italics.replaceAll(/\s+/gu, '')
  return `${startMs}–${endMs} ${lines.join(' / ')}${letters === '' ? '' : ` (italics: ${letters})`}`
}
