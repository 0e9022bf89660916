import { SaxesParser } from 'saxes'
import { UnreadableFeed } from './unreadable-feed.ts'

/**
 * An element of a feed. Names have the usual prefix of their namespace, whatever prefix the file uses; RSS
 * has none.
 */
export interface FeedElement {
  readonly name: string
  /** By name, as in the file. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (FeedElement | string)[]
}

interface OpenElement extends FeedElement {
  readonly children: (OpenElement | string)[]
}

/** No feed is nested deeper. */
const MAX_NESTED = 100
/** For 20,000 episodes, with their chapters, people and transcripts. */
const MAX_ELEMENTS = 2_000_000
/** Longer texts and attributes are truncated: show notes have some thousand characters. */
const MAX_TEXT_LENGTH = 200_000

/** By URL of the namespace, in lower case and without `http:` or `https:`. */
const PREFIXES: Readonly<Record<string, string>> = {
  '//www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  '//podcastindex.org/namespace/1.0': 'podcast',
  '//github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md': 'podcast',
  '//www.w3.org/2005/atom': 'atom',
  '//purl.org/rss/1.0/modules/content/': 'content',
  '//search.yahoo.com/mrss/': 'media',
  '//purl.org/dc/elements/1.1/': 'dc',
}

export interface ReadFeedXml {
  /** Without the elements passed to `take`. */
  readonly root: FeedElement
  /** False if the text ends before its root element does. */
  readonly isWhole: boolean
}

/**
 * Reads the XML of a feed. Elements for which `isTaken` is true are passed to `take` as soon as they end, and
 * then discarded, so that a feed of any length needs little memory. Entities declared in the text are never
 * expanded; errors are skipped if the parser can continue. Throws UnreadableFeed (`not-a-feed`, `entities`).
 */
export function readFeedXml(
  text: string,
  isTaken: (name: string) => boolean,
  take: (element: FeedElement) => void,
): ReadFeedXml {
  const parser = new SaxesParser({ xmlns: true })
  const open: OpenElement[] = []
  let root: OpenElement | undefined
  let isWhole = false
  let count = 0
  // Errors are common in feeds; without a listener the parser throws at the first.
  parser.on('error', () => undefined)
  parser.on('doctype', (declared) => {
    if (/<!ENTITY/iu.test(declared)) throw new UnreadableFeed('entities', declared.slice(0, 200))
  })
  parser.on('opentag', ({ prefix, local, uri, attributes }) => {
    const element: OpenElement = {
      name: nameOf(prefix, local, uri),
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, { value }]) => [name, value.slice(0, MAX_TEXT_LENGTH)]),
      ),
      children: [],
    }
    const parent = open.at(-1)
    root ??= element
    if (parent !== undefined && !isTaken(element.name)) parent.children.push(element)
    open.push(element)
    if (++count > MAX_ELEMENTS) throw new UnreadableFeed('not-a-feed', `more than ${MAX_ELEMENTS} elements`)
    if (open.length > MAX_NESTED) throw new UnreadableFeed('not-a-feed', 'elements nested too deeply')
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (element === undefined) return
    if (open.length === 0) isWhole = true
    else if (isTaken(element.name)) take(element)
  })
  const addText = (piece: string): void => {
    open.at(-1)?.children.push(piece.length > MAX_TEXT_LENGTH ? piece.slice(0, MAX_TEXT_LENGTH) : piece)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  if (root === undefined) throw new UnreadableFeed('not-a-feed', 'no XML element')
  return { root, isWhole }
}

function nameOf(prefix: string, local: string, uri: string): string {
  const known = PREFIXES[uri.toLowerCase().replace(/^https?:/u, '')]
  // A prefix that is used but not declared has its usual meaning.
  const written = known ?? prefix
  return written === '' ? local : `${written}:${local}`
}

export const elementsIn = (element: FeedElement): FeedElement[] =>
  element.children.filter((child): child is FeedElement => typeof child !== 'string')

/** The children with a name, in order. */
export const childrenNamed = (element: FeedElement, name: string): FeedElement[] =>
  elementsIn(element).filter((child) => child.name === name)

/** The first child with one of the names, in the order of the names. */
export function firstChild(element: FeedElement, ...names: string[]): FeedElement | undefined {
  const children = elementsIn(element)
  for (const name of names) {
    const found = children.find((child) => child.name === name)
    if (found !== undefined) return found
  }
  return undefined
}

/** The text of an element and its descendants, trimmed. */
export const textOf = (element: FeedElement | undefined): string =>
  element === undefined ? '' : innerText(element).trim()

const innerText = (element: FeedElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : innerText(child))).join('')

/** The text of the first child that has one, in the order of the names. */
export function childText(element: FeedElement, ...names: string[]): string {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const text = textOf(child)
      if (text !== '') return text
    }
  }
  return ''
}
