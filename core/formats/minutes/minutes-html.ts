import { programLanguage, say } from '../../messages/messages.ts'
import { readableTime, shortTime } from '../../notation/clock.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { noOutputChoices } from '../output-options.ts'
import type { TextBlock } from '../reading/text-blocks.ts'
import { escapedXml } from '../reading/xml-text.ts'
import type { MinutesBlock, Passage } from './minutes-blocks.ts'
import { minutesBlocks } from './minutes-document.ts'
import { minutesChoices, minutesLosses } from './minutes.ts'
import { oneLine } from '../reading/one-line.ts'

/** Minutes as one page without scripts, which prints as shown. */
export const minutesHtml: FormatOf<'minutes-html'> = {
  id: 'minutes-html',
  label: { en: 'Minutes (HTML)', fr: 'Compte rendu (HTML)' },
  purpose: {
    en: 'Minutes for browsers and to print',
    fr: 'Un compte rendu pour le navigateur et l’impression',
  },
  extension: '.minutes.html',
  mediaType: 'text/html',
  choices: minutesChoices,
  output: noOutputChoices,
  group: 'minutes',
  input: null,
  write: writeMinutesHtml,
}

function writeMinutesHtml(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const { recording, transcript } = document
  const title =
    oneLine(recording.title || options.name || recording.fileName) ||
    say(programLanguage(transcript.language), 'export.untitled')
  const lines = [
    '<!doctype html>',
    `<html lang="${transcript.language === 'und' ? '' : escapedXml(transcript.language)}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapedXml(title)}</title>`,
    `<style>\n${style}</style>`,
    '<main>',
    ...minutesBlocks(document, options).flatMap(blockLines),
    '</main>',
    '</html>',
  ]
  return { text: `${lines.join('\n')}\n`, losses: minutesLosses(transcript, options) }
}

const style = `:root{color-scheme:light dark}
main{max-width:42rem;margin:2.5rem auto;padding:0 1rem;font:1rem/1.55 system-ui,sans-serif}
h1{font-size:1.8rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
h3{font-size:1rem;margin:1.5rem 0 .5rem}
p{margin:.4rem 0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}
th,td{padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8886;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.n{text-align:right;padding-right:0;white-space:nowrap;font-variant-numeric:tabular-nums}
time,.sound{opacity:.75;font-size:.9em}
blockquote{margin:.2rem 0 1rem;padding:0;font:1.05rem/1.55 Georgia,serif}
.note{margin-left:2rem}
@media print{main{margin:0;max-width:none}tr,blockquote{break-inside:avoid}h1,h2,h3{break-after:avoid}}
`

const cell = (tag: 'td' | 'th', text: string, isNumber: boolean): string =>
  `<${tag}${isNumber ? ' class="n"' : ''}>${escapedXml(text)}</${tag}>`

const row = (tag: 'td' | 'th', cells: readonly string[], numbersFrom: number): string =>
  `<tr>${cells.map((text, column) => cell(tag, text, column >= numbersFrom)).join('')}</tr>`

const time = (atMs: number | null, shown: (ms: number) => string): string =>
  atMs === null ? '' : `<time>${shown(atMs)}</time>`

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

function blockLines(block: MinutesBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`<h${block.level}>${escapedXml(block.text)}</h${block.level}>`]
    case 'line':
      return [`<p>${escapedXml(block.text)}</p>`]
    case 'items':
      return ['<ul>', ...block.texts.map((text) => `<li>${escapedXml(text)}</li>`), '</ul>']
    case 'numbered':
      return [
        '<ol>',
        ...block.items.map(({ text, atMs }) => `<li>${joined(escapedXml(text), time(atMs, shortTime))}</li>`),
        '</ol>',
      ]
    case 'table':
      return [
        '<table>',
        `<thead>${row('th', block.head, block.numbersFrom)}</thead>`,
        '<tbody>',
        ...block.rows.map((cells) => row('td', cells, block.numbersFrom)),
        '</tbody>',
        '</table>',
      ]
    case 'passages':
      return block.passages.flatMap(passageLines)
    case 'text':
      return block.blocks.flatMap(textLines)
    default:
      return block satisfies never
  }
}

function passageLines({ atMs, name, label, text }: Passage): string[] {
  const who = name === null ? '' : `<b>${escapedXml(name)}</b>`
  const head = joined(who, time(atMs, shortTime), escapedXml(label))
  return [
    ...(head === '' ? [] : [`<p>${head}</p>`]),
    ...(text === '' ? [] : [`<blockquote>${escapedXml(text)}</blockquote>`]),
  ]
}

function textLines({ kind, name, startMs, text }: TextBlock): string[] {
  const head = joined(name === null ? '' : `<b>${escapedXml(name)}</b>`, time(startMs, readableTime))
  return [
    ...(head === '' ? [] : [`<p>${head}</p>`]),
    `<p${kind === 'speech' ? '' : ` class="${kind}"`}>${escapedXml(text)}</p>`,
  ]
}
