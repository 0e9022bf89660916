import { type FormatId, formats } from '#core/formats/formats'
import { cuesRead } from '#core/formats/testing/round-trip'
import { english, sampleDocument } from '#core/formats/testing/sample-document'
import { ttmlRules, ttmlRulesBeyondImsc } from '#core/formats/testing/ttml-rules'
import { readWithTtconv, type ShownText, type TimedTextFile, TTCONV_VERSION } from '../peers/ttconv.ts'
import { measureCaptionReaders } from './caption-readers.ts'
import { measureEditLists } from './edit-lists.ts'
import { table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

interface Shown {
  readonly startMs: number
  readonly endMs: number
  readonly text: string
}

interface Compared extends TimedTextFile {
  readonly group: string
  readonly cues: readonly Shown[]
}

/** Files of timed text read by ttconv, whose intermediate documents are compared with our captions. */
export async function measureTimedText({ say }: BenchContext): Promise<string> {
  const files = [...ruleFiles(), ...ownFiles()]
  const theirs = await readWithTtconv(files, say)
  const rows = new Map<string, { files: number; same: number }>()
  const differing: string[] = []
  for (const file of files) {
    const row = rows.get(file.group) ?? { files: 0, same: 0 }
    rows.set(file.group, row)
    row.files++
    const difference = differenceOf(file.cues, theirs.get(file.name))
    if (difference === null) row.same++
    else differing.push(`- ${file.name}: ${difference}`)
  }
  return [
    `ttconv ${TTCONV_VERSION} beside us: the text that is shown between each two changes. All rules but the last few are read as here by W3C’s
own reader too (core/formats/ttml/ttml-timing.test.ts).`,
    '',
    table(
      ['what', 'files', 'as ttconv'],
      [...rows].map(([group, row]) => [group, row.files, row.same]),
    ),
    '',
    'Otherwise:',
    ...differing,
    '',
    await measureCaptionReaders(say),
    '',
    await measureEditLists(say),
  ].join('\n')
}

/** A file for each rule of TTML2; what is expected is worked out by hand. */
const ruleFiles = (): Compared[] =>
  [...ttmlRules, ...ttmlRulesBeyondImsc].map(({ clause, file }) => ({
    group: 'rules of TTML2',
    name: clause,
    kind: 'ttml',
    bytes: new TextEncoder().encode(file),
    cues: shownIn('ttml', new TextEncoder().encode(file)),
  }))

/** What we write of the samples. */
const ownFiles = (): Compared[] =>
  ['en', 'fr'].flatMap((language) => {
    const document = sampleDocument(`resources/samples/conversation-${language}.json`)
    return (['ttml', 'ebuttd', 'stl'] as const).map((id): Compared => {
      const { write, writeBytes, label } = formats[id]
      const bytes =
        writeBytes?.(document, english).bytes ??
        new TextEncoder().encode(write?.(document, english).text ?? '')
      const kind = id === 'stl' ? 'stl' : 'ttml'
      return { group: label.en, name: `${label.en}, ${language}`, kind, bytes, cues: shownIn(id, bytes) }
    })
  })

function shownIn(id: FormatId, bytes: Uint8Array): Shown[] {
  const { read, readBytes } = formats[id]
  const result = readBytes?.(bytes) ?? read?.(new TextDecoder().decode(bytes))
  if (result === undefined) throw new Error(`${id} is not read`)
  return cuesRead(result.document).map(({ startMs, endMs, lines }) => ({
    startMs,
    endMs,
    text: lines.map(({ text }) => text).join('\n'),
  }))
}

/** The first difference between two changes; null if the same is shown all the time. */
function differenceOf(cues: readonly Shown[], theirs: ShownText | undefined): string | null {
  if (theirs === undefined) return 'not read by ttconv'
  if ('error' in theirs) return theirs.error
  const { shown } = theirs
  const changes = [
    ...cues.flatMap(({ startMs, endMs }) => [startMs, endMs]),
    ...shown.map(([ms]) => Math.round(ms)),
  ]
  const edges = [...new Set(changes)].toSorted((a, b) => a - b)
  for (const [at, edge] of edges.entries()) {
    const until = edges[at + 1] ?? edge + 1_000
    // Both round to whole ms.
    if (until - edge <= 1) continue
    const ms = (edge + until) / 2
    const ours = cues.filter(({ startMs, endMs }) => startMs <= ms && ms < endMs).map(({ text }) => text)
    const other = shown.findLast(([from]) => from <= ms)?.[1] ?? ''
    const [one, two] = [plain(ours.join('\n')), plain(other)]
    if (one !== two) return `at ${ms} ms “${two}” there, “${one}” here`
  }
  return null
}

const plain = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join(' / ')
