import { type KeyText, measureCaptionKeys, measureTextKeys } from '../editor/key-work.ts'
import { met, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const SHORT_HOURS = 1
const LONG_HOURS = 12
const MAX_TIMES = 1.3
const MAX_MORE_MS = 1

type Marked = Omit<KeyText, 'hours'>

const TEXTS: readonly (Marked & { readonly what: string })[] = [
  { what: 'a text of words alone', redactions: false, translations: 0 },
  { what: 'with redactions in it', redactions: true, translations: 0 },
  { what: 'with 9,000 translations', redactions: false, translations: 9_000 },
  { what: 'with both', redactions: true, translations: 9_000 },
]

const PLACES: readonly { readonly where: string; readonly measure: (text: KeyText) => number }[] = [
  { where: 'in the text', measure: measureTextKeys },
  { where: 'in a caption', measure: measureCaptionKeys },
]

/** Whether the work of a key grows with the recording. */
export function measureKeys({ say }: BenchContext): Promise<string> {
  const rows = PLACES.flatMap(({ where, measure }) =>
    TEXTS.map(({ what, ...marked }) => {
      say(`  ${where}, ${what}`)
      const [short, long] = [SHORT_HOURS, LONG_HOURS].map((hours) => measure({ hours, ...marked }))
      return row(`${where}, ${what}`, short ?? 0, long ?? 0)
    }),
  )
  return Promise.resolve(
    [
      'Work of a key without drawing: edits, the transcript, the marks of the lines on the screen or all captions. 9,000',
      'words an hour in paragraphs of 60, no pause between them, a redaction in every tenth; keys in the middle; medians',
      'of 200 keys.',
      '',
      table(['a key', `${SHORT_HOURS} h`, `${LONG_HOURS} h`, 'aim at most', ''], rows),
    ].join('\n'),
  )
}

function row(what: string, short: number, long: number): string[] {
  const most = Math.max(short * MAX_TIMES, short + MAX_MORE_MS)
  return [what, inMs(short), inMs(long), inMs(most), met(long <= most)]
}

const inMs = (ms: number): string => `${ms.toFixed(2)} ms`
