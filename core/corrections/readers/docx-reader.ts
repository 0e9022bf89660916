import { unzipSync } from 'fflate'
import { checkLimit } from '../../formats/reading/limits.ts'
import { decodeText } from '../../formats/reading/text-encoding.ts'
import { UnreadableText } from '../../formats/reading/unreadable-text.ts'
import { elementsIn, elementsNamed, readXml, type XmlElement } from '../../formats/reading/xml-tree.ts'
import { readFeedDate } from '../../podcasts/feed-times.ts'
import { originOf } from '../../formats/document-origin.ts'
import type { LeftOut, ReturnedBlock, ReturnedComment, ReturnedDocument } from '../returned-document.ts'
import { type DocxComment, docxComments } from './docx-comments.ts'
import { type DocxText, readParagraph } from './docx-paragraph.ts'
import { headOf } from './text-heads.ts'

const parts = {
  document: 'word/document.xml',
  styles: 'word/styles.xml',
  comments: 'word/comments.xml',
  extended: 'word/commentsExtended.xml',
  core: 'docProps/core.xml',
  custom: 'docProps/custom.xml',
} as const

/**
 * The paragraphs of a Word document, with tracked changes as if all were accepted, and its comments. Macros, pictures and
 * linked files are never read. Throws UnreadableText.
 * @param names of the speakers, as the export writes them
 */
export function readReturnedDocx(
  bytes: Uint8Array,
  names: ReadonlySet<string>,
): Omit<ReturnedDocument, 'format'> {
  const { files, hasMacros } = unpack(bytes)
  const xmlOf = (name: string): XmlElement | null => {
    const file = files[name]
    return file === undefined ? null : readXml(decodeText(file).text, () => undefined)
  }
  const root = xmlOf(parts.document)
  if (root === null) throw new UnreadableText('wrong-shape', parts.document, 'missing')
  const { comments, areCut } = docxComments(xmlOf(parts.comments), xmlOf(parts.extended))
  const leftOut: LeftOut[] = [
    ...(areCut ? (['comments'] as const) : []),
    ...(hasMacros ? (['macros'] as const) : []),
  ]
  const core = xmlOf(parts.core)
  const textOf = (name: string): string => (core === null ? '' : plainText(elementsNamed(core, name)[0]))
  return {
    by: nameOf(textOf('lastModifiedBy')),
    atMs: readFeedDate(textOf('modified')),
    origin: originIn(xmlOf(parts.custom)),
    blocks: blocksOf(root, stylesOf(xmlOf(parts.styles)), comments, names),
    leftOut,
  }
}

/** Of comments that an export writes. */
const OWN_AUTHOR = 'Parolo'

/** Null for what programs write where nobody is known. */
const nameOf = (name: string): string | null =>
  ['', 'Un-named', OWN_AUTHOR].includes(name) ? null : name.slice(0, 300)

function unpack(bytes: Uint8Array): {
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly hasMacros: boolean
} {
  const wanted = new Set<string>(Object.values(parts))
  let hasMacros = false
  let size = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        hasMacros ||= /vba/iu.test(name)
        // The same part may be listed any number of times.
        if (!wanted.delete(name)) return false
        checkLimit('unpacked', (size += originalSize))
        return true
      },
    })
    return { files, hasMacros }
  } catch (error) {
    if (error instanceof UnreadableText) throw error
    throw new UnreadableText('wrong-shape', '', error instanceof Error ? error.message : String(error))
  }
}

function originIn(custom: XmlElement | null): ReturnedDocument['origin'] {
  const own = custom === null ? [] : elementsNamed(custom, 'property')
  return originOf(plainText(own.find(({ attributes }) => attributes['name'] === 'ParoloTranscript')))
}

/** Names of paragraph styles in small letters by id: word processors keep them in English. */
function stylesOf(styles: XmlElement | null): ReadonlyMap<string, string> {
  const own = styles === null ? [] : elementsNamed(styles, 'style')
  return new Map(
    own.map((style) => {
      const name = elementsIn(style).find((each) => each.name === 'name')?.attributes['val'] ?? ''
      return [style.attributes['styleId'] ?? '', name.toLowerCase()]
    }),
  )
}

function blocksOf(
  root: XmlElement,
  styles: ReadonlyMap<string, string>,
  comments: ReadonlyMap<string, DocxComment>,
  names: ReadonlySet<string>,
): ReturnedBlock[] {
  const blocks: ReturnedBlock[] = []
  let name: string | null = null
  let onName: readonly ReturnedComment[] = []
  let hasText = false
  const done = new Set<string>()
  for (const { paragraph, isInTable } of paragraphsOf(root)) {
    const style = styleOf(paragraph, styles)
    const isHeading = /^(?:heading|titre|title|subtitle)/u.test(style)
    // What follows on a page of its own is how the transcript was made.
    if (isHeading && startsPage(paragraph) && hasText) break
    const own = readParagraph(paragraph, comments, done)
    if (isInTable || isHeading || style === 'facts' || own.text.trim() === '') {
      blocks.push(...writtenBeside(own, isInTable))
      continue
    }
    const head = style === 'speaker' ? (headOf(own.text, names) ?? own.text.trim()) : headOf(own.text, names)
    if (head !== null) {
      if (head !== '') name = head
      onName = [...onName, ...own.comments]
      continue
    }
    const onStart = onName.map((comment) => ({ ...comment, from: 0, to: 1 }))
    blocks.push(blockOf({ ...own, comments: [...onStart, ...own.comments] }, name))
    ;[name, onName, hasText] = [null, [], true]
  }
  if (onName.length > 0) blocks.push({ name: null, text: '', comments: onName })
  return blocks
}

/** Comments outside of the text, which are on no words, and a cell of a table in which changes were tracked. */
function writtenBeside({ text, tracked, comments }: DocxText, isInTable: boolean): ReturnedBlock[] {
  const others = comments.filter(({ by, replies }) => by !== OWN_AUTHOR || replies.length > 0)
  const isChanged = isInTable && tracked.length > 0
  if (others.length === 0 && !isChanged) return []
  return [blockOf({ text: isChanged ? text : '', tracked: isChanged ? tracked : [], comments: others }, null)]
}

function blockOf({ text, tracked, comments }: DocxText, name: string | null): ReturnedBlock {
  return {
    name,
    text,
    ...(tracked.length === 0 ? {} : { tracked }),
    ...(comments.length === 0 ? {} : { comments }),
  }
}

/** With those in tables, which hold figures about the transcript and the actions of minutes. */
function paragraphsOf(root: XmlElement): { readonly paragraph: XmlElement; readonly isInTable: boolean }[] {
  const found: { readonly paragraph: XmlElement; readonly isInTable: boolean }[] = []
  const look = (element: XmlElement, isInTable: boolean): void => {
    for (const child of elementsIn(element)) {
      if (child.name === 'p') found.push({ paragraph: child, isInTable })
      else look(child, isInTable || child.name === 'tbl')
    }
  }
  look(root, false)
  return found
}

const propertiesOf = (paragraph: XmlElement): XmlElement[] =>
  elementsIn(paragraph)
    .filter(({ name }) => name === 'pPr')
    .flatMap(elementsIn)

function styleOf(paragraph: XmlElement, styles: ReadonlyMap<string, string>): string {
  const id = propertiesOf(paragraph).find(({ name }) => name === 'pStyle')?.attributes['val'] ?? ''
  return styles.get(id) ?? id.toLowerCase()
}

const startsPage = (paragraph: XmlElement): boolean =>
  propertiesOf(paragraph).some(
    ({ name, attributes }) => name === 'pageBreakBefore' && !['0', 'false'].includes(attributes['val'] ?? ''),
  )

export function plainText(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : plainText(child)))
    .join('')
    .trim()
}
