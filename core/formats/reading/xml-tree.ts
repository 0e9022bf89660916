import { SaxesParser } from 'saxes'
import type { Correction } from '../format.ts'
import { checkLimit } from './limits.ts'
import { UnreadableText } from './unreadable-text.ts'

/**
 * An element with its content in order. Names have no prefix: real files use many namespaces for the same
 * thing.
 */
export interface XmlElement {
  readonly name: string
  /** By name without prefix. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
  /** Line of its start, from 1. */
  readonly line: number
}

interface OpenElement extends XmlElement {
  readonly children: (OpenElement | string)[]
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * The root element of an XML text; errors are reported and skipped if the parser can continue. Entities
 * defined in the file are not expanded. Throws UnreadableText if there is no element, or if limits are
 * exceeded.
 */
export function readXml(text: string, correct: (correction: Correction) => void): XmlElement {
  const parser = new SaxesParser({ position: true })
  // Common in files made from web pages.
  parser.ENTITIES['nbsp'] = '\u00A0'
  const open: OpenElement[] = []
  let root: OpenElement | undefined
  let startLine = 1
  let count = 0
  const reported = new Set<string>()
  parser.on('error', (error) => {
    // One error is often reported again for each following character.
    const key = `${parser.line} ${error.message.replace(/^\d+:\d+: /u, '')}`
    if (reported.size < 100 && !reported.has(key)) {
      correct({ code: 'xml-error', line: parser.line, detail: error.message })
      reported.add(key)
    }
  })
  parser.on('opentagstart', () => {
    startLine = parser.line
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenElement = {
      name: localName(name),
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [localName(key), value]),
      ),
      children: [],
      line: startLine,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
    checkLimit('nested', open.length)
    checkLimit('elements', (count += 1))
  })
  parser.on('closetag', () => void open.pop())
  const addText = (piece: string): void => void open.at(-1)?.children.push(piece)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  if (root === undefined) throw new UnreadableText('wrong-shape', '', 'no XML element')
  return root
}

export const elementsIn = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string')

/** All elements with a name, at any depth, in order. */
export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const look = (parent: XmlElement): void => {
    for (const child of elementsIn(parent)) {
      if (child.name === name) found.push(child)
      look(child)
    }
  }
  look(element)
  return found
}

/** The text of an element and its descendants. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}
