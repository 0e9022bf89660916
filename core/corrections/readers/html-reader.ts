import type { ReturnedBlock, ReturnedDocument } from '../returned-document.ts'
import { originOf } from '../../formats/document-origin.ts'
import { headOf } from './text-heads.ts'

const tag = /<!--[\s\S]*?-->|<(?<slash>\/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>[^>]*)>/gu
const blocksOf = new Set(
  'address article aside blockquote body br dd div dl dt figcaption footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
)
/** What they hold is no text of the transcript. */
const skipped = new Set([
  'script',
  'style',
  'button',
  'nav',
  'header',
  'head',
  'title',
  'textarea',
  'select',
  'template',
])

/**
 * The paragraphs of a web page: of its main part if it has one.
 * @param names of the speakers, as the export writes them
 */
export function readHtmlBlocks(
  html: string,
  names: ReadonlySet<string>,
): Pick<ReturnedDocument, 'blocks' | 'origin'> {
  const start = /<main\b[^>]*>/iu.exec(html)
  const end = start === null ? -1 : html.toLowerCase().indexOf('</main', start.index)
  const main = start === null ? html : html.slice(start.index + start[0].length, end < 0 ? undefined : end)
  return { blocks: blocksIn(main.replaceAll(timeToPlay, '$<time>'), names), origin: originInHead(html) }
}

/** Minutes with sound have a button around each time. */
const timeToPlay = /<button\b[^>]*>\s*(?<time><time\b[^>]*>[^<]*<\/time>)\s*<\/button>/giu

function originInHead(html: string): ReturnedDocument['origin'] {
  const found = /<meta\s+name="parolo-transcript"\s+content="(?<content>[^"]{1,400})"/u.exec(
    html.slice(0, 100_000),
  )
  return originOf(decoded(found?.groups?.['content'] ?? ''))
}

function blocksIn(html: string, names: ReadonlySet<string>): ReturnedBlock[] {
  const blocks: ReturnedBlock[] = []
  let name: string | null = null
  let text = ''
  /** The element whose content is left out, and how deep it is nested in itself. */
  let left: { readonly name: string; depth: number } | null = null
  let heading: string | null = null
  const close = (): void => {
    const whole = decoded(text)
      .replaceAll(/[^\S\u00A0\u202F]+/gu, ' ')
      .trim()
    const isHeading = heading !== null
    text = ''
    if (whole === '') return
    const head = isHeading ? whole : headOf(whole, names)
    if (head !== null) name = heading === 'chapter' || head === '' ? name : head
    else {
      blocks.push({ name, text: whole })
      name = null
    }
  }
  let at = 0
  for (const found of html.matchAll(tag)) {
    if (left === null) text += html.slice(at, found.index)
    at = found.index + found[0].length
    const element = found.groups?.['name']?.toLowerCase()
    if (element === undefined) continue
    const isEnd = found.groups?.['slash'] === '/'
    if (left !== null) {
      if (element === left.name) left.depth += isEnd ? -1 : 1
      if (left.depth === 0) left = null
      continue
    }
    if (!isEnd && skipped.has(element)) {
      left = { name: element, depth: 1 }
      continue
    }
    if (!blocksOf.has(element)) continue
    if (element === 'br') {
      text += ' '
      continue
    }
    close()
    const isHeading = /^h[1-6]$/u.test(element)
    if (isHeading)
      heading = isEnd
        ? null
        : /\bclass="?[^"]*chapter/u.test(found.groups?.['attributes'] ?? '')
          ? 'chapter'
          : 'name'
  }
  if (left === null) text += html.slice(at)
  close()
  return blocks
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  shy: '\u00AD',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ucirc: 'û',
  ugrave: 'ù',
  icirc: 'î',
  oelig: 'œ',
}

/** Others than these stay as they are written. */
function decoded(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,10}));/gu,
    (whole, decimal, hex, named) => {
      if (typeof named === 'string') return entities[named] ?? whole
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code).toWellFormed() : whole
    },
  )
}
