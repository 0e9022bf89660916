import { readFeedDate } from '../../podcasts/feed-times.ts'
import type { XmlElement } from '../../formats/reading/xml-tree.ts'
import type { ReturnedComment, TrackedChange } from '../returned-document.ts'
import type { DocxComment } from './docx-comments.ts'

export interface DocxText {
  readonly text: string
  readonly tracked: readonly TrackedChange[]
  readonly comments: readonly ReturnedComment[]
}

interface OpenText {
  text: string
  readonly tracked: TrackedChange[]
  readonly comments: (ReturnedComment & { readonly id: string })[]
  /** Where comments begin. */
  readonly starts: Map<string, number>
}

type Author = Pick<TrackedChange, 'by' | 'atMs'>

/**
 * A paragraph with its tracked changes accepted.
 * @param done ids of comments that an earlier paragraph has: changed
 */
export function readParagraph(
  paragraph: XmlElement,
  known: ReadonlyMap<string, DocxComment>,
  done: Set<string>,
): DocxText {
  const own: OpenText = { text: '', tracked: [], comments: [], starts: new Map() }
  const end = (id: string): void => {
    const comment = known.get(id)
    const from = own.starts.get(id)
    own.starts.delete(id)
    if (comment === undefined || from === undefined || done.has(id)) return
    done.add(id)
    own.comments.push({ from, to: own.text.length, ...comment })
  }
  const read = (element: XmlElement, author: Author | null): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      const id = child.attributes['id'] ?? ''
      switch (child.name) {
        case 't':
          addText(own, child.children.filter((each) => typeof each === 'string').join(''), author)
          break
        case 'tab':
        case 'br':
        case 'cr':
          addText(own, ' ', author)
          break
        case 'noBreakHyphen':
          addText(own, '\u2011', author)
          break
        case 'ins':
        case 'moveTo':
          read(child, authorOf(child))
          break
        case 'del':
        case 'moveFrom':
          own.tracked.push({ from: own.text.length, to: own.text.length, ...authorOf(child) })
          break
        case 'commentRangeStart':
          own.starts.set(id, own.text.length)
          break
        case 'commentRangeEnd':
          end(id)
          break
        case 'commentReference':
          // One without a range is on the place of its reference.
          if (!own.starts.has(id) && !done.has(id)) own.starts.set(id, own.text.length)
          if (own.starts.get(id) === own.text.length) end(id)
          break
        case 'pPr':
        case 'rPr':
        case 'p':
        case 'instrText':
        case 'delText':
        case 'drawing':
        case 'pict':
          break
        default:
          read(child, author)
      }
    }
  }
  read(paragraph, null)
  // A comment that continues in the next paragraph is on its words in the first one.
  for (const id of own.starts.keys()) end(id)
  return own
}

function addText(own: OpenText, text: string, author: Author | null): void {
  if (author !== null && text !== '')
    own.tracked.push({ from: own.text.length, to: own.text.length + text.length, ...author })
  own.text += text
}

function authorOf({ attributes }: XmlElement): Author {
  return { by: attributes['author'] || null, atMs: readFeedDate(attributes['date'] ?? '') }
}
