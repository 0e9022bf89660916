import { decodeText } from '#core/formats/reading/text-encoding'
import { paragraphText } from '#core/transcript/transcript'

/** File types that can be read, for the file dialog. */
export const documentTypes = '.txt,.md,.markdown,.html,.htm,.docx'

/** A larger file is not a document with names. */
const MAX_BYTES = 64 * 1_024 * 1_024

export type DocumentProblem = 'too-large' | 'unreadable'

export class UnreadDocument extends Error {
  readonly problem: DocumentProblem

  constructor(problem: DocumentProblem, cause?: unknown) {
    super(problem, cause === undefined ? {} : { cause })
    this.name = 'UnreadDocument'
    this.problem = problem
  }
}

/** The text of a document, one paragraph per line. Throws UnreadDocument. */
export async function readDocument(file: File): Promise<string> {
  if (file.size > MAX_BYTES) throw new UnreadDocument('too-large')
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (/\.docx$/iu.test(file.name)) {
      const { readDocx } = await import('#core/formats/documents/docx-reader')
      return readDocx(bytes).document.transcript.paragraphs.map(paragraphText).join('\n')
    }
    const { text } = decodeText(bytes)
    if (/\.html?$/iu.test(file.name)) return textOfPage(text)
    return /\.(?:md|markdown)$/iu.test(file.name) ? withoutMarkdown(text) : text
  } catch (error) {
    throw new UnreadDocument('unreadable', error)
  }
}

/** The page is never part of a window, so nothing in it runs or is loaded. */
function textOfPage(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const element of page.querySelectorAll('script, style, template, noscript')) element.remove()
  for (const element of page.querySelectorAll('p, li, tr, div, br, h1, h2, h3, h4, h5, h6, td, th, dt, dd'))
    element.append('\n')
  return page.body.textContent
}

/** Without addresses, code and formatting characters, which are not words. */
const withoutMarkdown = (text: string): string =>
  text
    .replaceAll(/^```[\s\S]*?^```/gmu, '')
    .replaceAll(/`[^`\n]*`/gu, '')
    .replaceAll(/\]\([^)\n]*\)/gu, ']')
    .replaceAll(/https?:\S+/gu, '')
    .replaceAll(/[*_#>[\]|]/gu, ' ')
