import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { findCorrections } from '#core/corrections/find-corrections'
import { openCorrections } from '#core/corrections/open-corrections'
import { readReturned } from '#core/corrections/readers/read-returned'
import { returnedFormats } from '#core/corrections/returned-formats'
import { shownText } from '#core/corrections/shown-text'
import { speakerNames } from '#core/transcript/speaker-names'
import type { Transcript } from '#core/transcript/transcript'
import { labelIn, makeExport } from '#studio/export/make-export'
import { syntheticText } from '../../e2e/support/synthetic-transcript.ts'
import { median } from '../editor/statistics.ts'
import { met, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const DURATION_MS = 7_200_000
const SIZE = { words: 20_000, paragraphs: 600, speakers: 6, durationMs: DURATION_MS }
const DIFFERENCES = 300
const RUNS = 5
const MOST_MS = 2_000

/** Documents of 2 hours that come back with 300 differences: read, compared, listed. */
export async function measureCorrections({ say }: BenchContext): Promise<string> {
  const transcript: Transcript = {
    id: 't',
    recordingId: 'r',
    language: 'en',
    run: { program: 'parolo', version: '0', models: [], settings: {} },
    marks: [],
    ...syntheticText(SIZE),
  }
  const recording = { title: 'Two hours', fileName: 'two.wav', durationMs: DURATION_MS, sha256: '' }
  const document = { recording, transcript }
  const label = labelIn('en')
  const names = new Set(speakerNames(transcript.speakers, label).values())
  const rows: string[][] = []
  for (const format of ['docx', 'html', 'txt', 'srt'] as const) {
    say(`  ${format}`)
    const { bytes } = await makeExport(document, format, {})
    const changed = format === 'docx' ? inWord(bytes) : strToU8(withDifferences(strFromU8(bytes)))
    const took: number[] = []
    let count = 0
    for (let run = 0; run < RUNS; run += 1) {
      const startMs = performance.now()
      const returned = readReturned(`two.${format}`, changed, names)
      const { shownAs } = returnedFormats[format]
      const { items } = findCorrections(
        { source: transcript, outgoing: document },
        shownText(transcript, document, shownAs, label),
        returned,
        shownAs,
      )
      const set = { id: 's', by: null, atMs: null, source: { format, fileName: '' }, items }
      count = openCorrections(transcript, [set]).length
      took.push(performance.now() - startMs)
    }
    const ms = median(took)
    rows.push([format, `${count}`, `${Math.round(ms)} ms`, `${MOST_MS} ms`, met(ms <= MOST_MS)])
  }
  return [
    `${SIZE.words} words of 2 hours in ${SIZE.paragraphs} paragraphs, ${DIFFERENCES} words changed in each file; medians of ${RUNS} runs.`,
    '',
    table(['', 'corrections', 'read, compared, listed', 'aim at most', ''], rows),
  ].join('\n')
}

function inWord(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes)
  const text = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  return zipSync({ ...files, 'word/document.xml': strToU8(withDifferences(text)) })
}

/** Long words between spaces, evenly over the text, which are no part of a tag. */
function withDifferences(text: string): string {
  const found = [...text.matchAll(/(?<= )[a-z]{4,}(?= [a-z])/gu)]
  const step = Math.max(1, Math.floor(found.length / DIFFERENCES))
  const chosen = found.filter((_, index) => index % step === 0).slice(0, DIFFERENCES)
  let changed = ''
  let at = 0
  for (const { 0: word, index } of chosen) {
    changed += `${text.slice(at, index)}${word}xx`
    at = index + word.length
  }
  return changed + text.slice(at)
}
