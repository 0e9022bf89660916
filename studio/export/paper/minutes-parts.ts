import { shortTime } from '#core/notation/clock'
import { escapedXml } from '#core/formats/reading/xml-text'
import type { MinutesBlock } from '#core/formats/minutes/minutes-blocks'
import { textParts, timeHtml } from './document-parts.ts'
import { headPart, LEADED, linePart, tablePart } from './parts.ts'
import type { PaperPart } from './paper-sheets.ts'

/** The blocks of minutes on paper. */
export const minutesParts = (blocks: readonly MinutesBlock[]): PaperPart[] => blocks.flatMap(blockParts)

function blockParts(block: MinutesBlock): PaperPart[] {
  switch (block.kind) {
    case 'heading':
      return [headPart(`h${block.level}`, block.text)]
    case 'line':
      return [linePart('<p class="apart">', block.text, '</p>', { spaceBefore: 6 })]
    case 'items':
      return [listPart('ul', block.texts.map(escapedXml))]
    case 'numbered':
      return [
        listPart(
          'ol',
          block.items.map(({ text, atMs }) => escapedXml(text) + timeHtml(atMs, shortTime)),
        ),
      ]
    case 'table': {
      const { head, rows, numbersFrom } = block
      return [tablePart([head, ...rows], { hasHead: true, numbersFrom })]
    }
    case 'passages':
      return block.passages.flatMap(({ name, atMs, label, text }) => {
        const who = name === null ? '' : `<b>${escapedXml(name)}</b>`
        const head = `${who}${timeHtml(atMs, shortTime)} ${escapedXml(label)}`.trim()
        const heading = linePart(`<p class="head">${head}</p>`, '', '', { spaceBefore: 12 })
        return [
          ...(head === '' ? [] : [{ ...heading, height: LEADED, keepsNext: text !== '' }]),
          ...(text === '' ? [] : [linePart('<blockquote>', text, '</blockquote>')]),
        ]
      })
    case 'text':
      return block.blocks.flatMap((said) => textParts(said))
    default:
      return block satisfies never
  }
}

/** On one sheet. `items`: HTML. */
function listPart(tag: 'ul' | 'ol', items: readonly string[]): PaperPart {
  const html = `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`
  return { ...linePart(html, '', '', { spaceBefore: 6 }), height: items.length * LEADED }
}
