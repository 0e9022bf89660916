import { escapedXml } from '../formats/reading/xml-text.ts'
import { webLink } from '../links/web-link.ts'

/**
 * Notes in Markdown as HTML without a frame: headings, paragraphs, lists, quotes, links, emphasis, as `showNotesMarkdown` and
 * people write them. Everything else is text; links only lead to the web or to an address for mail.
 */
export function notesHtml(markdown: string): string {
  return blocksOf(markdown.replaceAll(/\r\n?/gu, '\n').split('\n')).join('\n')
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/u
const QUOTE = /^ {0,3}> ?/u
const ITEMS = {
  ul: /^ {0,3}[-*+][ \t]+/u,
  ol: /^ {0,3}\d{1,9}[.)][ \t]+/u,
} as const

/** Quotes within quotes; deeper ones are text. */
const DEEPEST = 9

function blocksOf(lines: readonly string[], depth = 0): string[] {
  const blocks: string[] = []
  let at = 0
  /** Lines from here to the first that does not fit. */
  const takeWhile = (fits: (line: string) => boolean): string[] => {
    const from = at
    while (at < lines.length && fits(lines[at] ?? '')) at += 1
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = HEADING.exec(line)
    const list = listOf(line)
    if (line.trim() === '') at += 1
    else if (heading !== null) {
      const level = heading[1]?.length ?? 1
      blocks.push(`<h${level}>${inline(heading[2] ?? '')}</h${level}>`)
      at += 1
    } else if (QUOTE.test(line) && depth < DEEPEST) {
      const quoted = takeWhile((next) => QUOTE.test(next)).map((next) => next.replace(QUOTE, ''))
      blocks.push(`<blockquote>\n${blocksOf(quoted, depth + 1).join('\n')}\n</blockquote>`)
    } else if (list !== null) {
      const items = takeWhile((next) => listOf(next) === list)
      const written = items.map((next) => `<li>${inline(next.replace(ITEMS[list], ''))}</li>`)
      blocks.push(`<${list}>\n${written.join('\n')}\n</${list}>`)
    } else {
      // The first line may be a quote that is too deep.
      const text = takeWhile((next) => next === line || isText(next))
      blocks.push(`<p>${inline(text.join('\n'))}</p>`)
    }
  }
  return blocks
}

const listOf = (line: string): keyof typeof ITEMS | null =>
  ITEMS.ul.test(line) ? 'ul' : ITEMS.ol.test(line) ? 'ol' : null

const isText = (line: string): boolean =>
  line.trim() !== '' && !HEADING.test(line) && !QUOTE.test(line) && listOf(line) === null

/** An escaped sign, an address, a link, code, strong and emphasized text; the earliest that begins is taken. */
const MARKUP =
  /\\([!-/:-@[-`{-~])|<((?:https?:\/\/|mailto:)[^\s<>]+)>|\[((?:\\.|[^\\[\]])+)\]\((?:<([^<>\n]*)>|([^\s()<>]+))\)|`([^`]+)`|\*\*((?:\\.|[^\\*])+)\*\*|\*((?:\\.|[^\\*\s])(?:(?:\\.|[^\\*])*(?:\\.|[^\\*\s]))?)\*|(?<![\p{L}\p{N}])_((?:\\.|[^\\_])+)_(?![\p{L}\p{N}])/gu

function inline(text: string): string {
  let [html, at] = ['', 0]
  for (const found of text.matchAll(MARKUP)) {
    const [all, sign, address, named, inAngles, plain, code, strong, stressed, underlined] = found
    const link = webLink(address ?? inAngles ?? plain ?? '')
    html += escapedXml(text.slice(at, found.index))
    at = found.index + all.length
    if (sign !== undefined) html += escapedXml(sign)
    else if (code !== undefined) html += `<code>${escapedXml(code)}</code>`
    else if (strong !== undefined) html += `<strong>${inline(strong)}</strong>`
    else if (stressed !== undefined || underlined !== undefined)
      html += `<em>${inline(stressed ?? underlined ?? '')}</em>`
    else if (link === '') html += escapedXml(all)
    else html += `<a href="${escapedXml(link)}">${named === undefined ? escapedXml(link) : inline(named)}</a>`
  }
  return html + escapedXml(text.slice(at))
}
