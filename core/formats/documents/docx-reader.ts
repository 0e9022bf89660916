import { unzipSync } from 'fflate'
import type { ReadResult } from '../format.ts'
import { checkLimit } from '../reading/limits.ts'
import { decodeText } from '../reading/text-encoding.ts'
import { untimedText } from '../reading/text-reader.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { elementsNamed, readXml, type XmlElement } from '../reading/xml-tree.ts'

const TEXT = 'word/document.xml'

/** The paragraphs of a Word document as text without times. Throws UnreadableText. */
export function readDocx(bytes: Uint8Array): ReadResult {
  const corrections: ReadResult['corrections'][number][] = []
  const root = readXml(documentText(bytes), (correction) => void corrections.push(correction))
  const texts = elementsNamed(root, 'p').map(paragraphText)
  const read = untimedText(texts)
  return { ...read, corrections: [...corrections, ...read.corrections] }
}

function documentText(bytes: Uint8Array): string {
  let files: Readonly<Record<string, Uint8Array>>
  let isFound = false
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        // The same part may be listed any number of times.
        const isFirst = name === TEXT && !isFound
        if (isFirst) checkLimit('unpacked', originalSize)
        isFound ||= isFirst
        return isFirst
      },
    })
  } catch (error) {
    if (error instanceof UnreadableText) throw error
    throw new UnreadableText('wrong-shape', '', error instanceof Error ? error.message : String(error))
  }
  const text = files[TEXT]
  if (text === undefined) throw new UnreadableText('wrong-shape', TEXT, 'missing')
  return decodeText(text).text
}

/** Text, with a space for a tab and its line breaks; deleted text, field codes and nested paragraphs are omitted. */
function paragraphText(paragraph: XmlElement): string {
  return paragraph.children
    .map((child) => {
      if (typeof child === 'string') return ''
      if (child.name === 't') return child.children.filter((each) => typeof each === 'string').join('')
      if (child.name === 'tab') return ' '
      if (child.name === 'br' || child.name === 'cr') return '\n'
      return child.name === 'p' || child.name === 'del' ? '' : paragraphText(child)
    })
    .join('')
}
