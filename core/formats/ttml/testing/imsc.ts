import { createRequire } from 'node:module'

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
export function shownAt(text: string, seconds: number) {
  const said: string[] = []
  const errors = Object.fromEntries(
    ['info', 'warn', 'error', 'fatal'].map((kind) => [kind, (what: string) => void said.push(what)]),
  )
  const document = imsc.fromXML(text, errors)
  const regions = imsc.generateISD(document, seconds, errors).contents
  const textOf = ({ text: own = '', kind, contents = [] }: Node): string =>
    kind === 'br' ? '\n' : own + contents.map(textOf).join(kind === 'div' ? '\n' : '')
  const shown = regions
    .map((region) => ({ at: region.styleAttrs?.[`${STYLING} displayAlign`], text: textOf(region) }))
    .filter((region) => region.text !== '')
  return { said, shown, events: document.getMediaTimeEvents() }
}
