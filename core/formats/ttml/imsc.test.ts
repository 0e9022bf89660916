import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { documentCues } from '../document-cues.ts'
import { formats } from '../formats.ts'
import { english, sampleDocument } from '../testing/sample-document.ts'

/** A node of imscJS, W3C's reference reader of IMSC, which has no types; its entry point needs a page. */
interface Node {
  readonly text?: string
  readonly kind?: string
  readonly contents?: readonly Node[]
  readonly styleAttrs?: Readonly<Record<string, unknown>>
}
interface Imsc {
  fromXML(text: string, errors: object): { getMediaTimeEvents(): readonly number[] }
  generateISD(document: object, seconds: number, errors: object): { readonly contents: readonly Node[] }
}
const load = createRequire(import.meta.url)
const imsc = {
  ...(load('imsc/src/main/js/doc.js') as Pick<Imsc, 'fromXML'>),
  ...(load('imsc/src/main/js/isd.js') as Pick<Imsc, 'generateISD'>),
} satisfies Imsc

const STYLING = 'http://www.w3.org/ns/ttml#styling'

/** What that reader reports about a file, and what it shows at a time. */
function shownAt(text: string, seconds: number) {
  const said: string[] = []
  const errors = Object.fromEntries(
    ['info', 'warn', 'error', 'fatal'].map((kind) => [kind, (what: string) => void said.push(what)]),
  )
  const document = imsc.fromXML(text, errors)
  const regions = imsc.generateISD(document, seconds, errors).contents
  const textOf = ({ text: own = '', kind, contents = [] }: Node): string =>
    kind === 'br' ? '\n' : own + contents.map(textOf).join('')
  const shown = regions
    .map((region) => ({ at: region.styleAttrs?.[`${STYLING} displayAlign`], text: textOf(region) }))
    .filter((region) => region.text !== '')
  return { said, shown, events: document.getMediaTimeEvents() }
}

it.each(['ttml', 'ebuttd'] as const)('%s is read by the reference reader as it is shown', (id) => {
  const document = sampleDocument('resources/samples/conversation-fr.json')
  const text = formats[id].write?.(document, english).text ?? ''
  const cues = documentCues(document, english, 'never')
  for (const { startMs, endMs, lines } of cues) {
    const { said, shown, events } = shownAt(text, (startMs + endMs) / 2_000)
    expect(said).toEqual([])
    expect(shown).toEqual([{ at: 'after', text: lines.map((line) => line.text).join('\n') }])
    expect(events).toContain(startMs / 1_000)
  }
})

it.each(['ttml', 'ebuttd'] as const)('%s has captions at the top and in the middle too', (id) => {
  const srt = ['top', 'middle', 'bottom'].map(
    (place, index) =>
      `${index + 1}\n00:00:0${index},000 --> 00:00:0${index},900\n{\\an${8 - 3 * index}}At the <i>${place}</i>\n`,
  )
  const document = formats.srt.read?.(srt.join('\n')).document ?? expect.unreachable()
  const text = formats[id].write?.(document, english).text ?? ''
  const places = [0.5, 1.5, 2.5].map((seconds) => shownAt(text, seconds))
  expect(places.map(({ shown }) => shown)).toEqual([
    [{ at: 'before', text: 'At the top' }],
    [{ at: 'center', text: 'At the middle' }],
    [{ at: 'after', text: 'At the bottom' }],
  ])
  expect(places.flatMap(({ said }) => said)).toEqual([])
})
