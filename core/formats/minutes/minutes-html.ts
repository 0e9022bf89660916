import { type ProgramLanguage, programLanguage, say } from '../../messages/messages.ts'
import { readableTime, shortTime } from '../../notation/clock.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { soundSource } from '../html/page-sound.ts'
import { onlySoundAround } from '../output-options.ts'
import type { TextBlock } from '../reading/text-blocks.ts'
import { escapedXml } from '../reading/xml-text.ts'
import type { TimeSpan } from '../../transcript/time-span.ts'
import type { MinutesBlock, Passage, Proof } from './minutes-blocks.ts'
import { minutesBlocks } from './minutes-document.ts'
import { minutesScript } from './minutes-script.ts'
import { minutesChoices, minutesLosses } from './minutes.ts'
import { placeAmong, soundOfProofs } from './proof.ts'
import { oneLine } from '../reading/one-line.ts'

/** Minutes as one page that prints as shown and asks nothing of the network; with the sound around each item by choice. */
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
  output: onlySoundAround,
  group: 'minutes',
  input: null,
  write: writeMinutesHtml,
}

function writeMinutesHtml(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const { recording, transcript } = document
  const language = programLanguage(transcript.language)
  const title =
    oneLine(recording.title || options.name || recording.fileName) || say(language, 'export.untitled')
  const blocks = minutesBlocks(document, options)
  const page = pageOf(blocks, options, language)
  const lines = [
    '<!doctype html>',
    `<html lang="${transcript.language === 'und' ? '' : escapedXml(transcript.language)}">`,
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapedXml(title)}</title>`,
    `<style>\n${style}</style>`,
    '<main>',
    ...blocks.flatMap((block) => blockLines(block, page)),
    '</main>',
    ...playerLines(page),
    '</html>',
  ]
  return { text: `${lines.join('\n')}\n`, losses: minutesLosses(transcript, options) }
}

/** Nothing is asked of any address; the sound is in the page itself. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; media-src data:"

interface Page {
  readonly language: ProgramLanguage
  /** The sound in the page: spans of the recording, one after the other; empty without sound. */
  readonly sound: readonly TimeSpan[]
  /** Media type of the sound; null without sound. */
  readonly type: string | null
}

function pageOf(
  blocks: readonly MinutesBlock[],
  { soundType }: WriteOptions,
  language: ProgramLanguage,
): Page {
  const sound = soundType === undefined ? [] : soundOfProofs(blocks)
  return { language, sound, type: sound.length === 0 ? null : (soundType ?? null) }
}

function playerLines({ type, language }: Page): string[] {
  if (type === null) return []
  return [
    `<p class="silent" role="status" hidden>${escapedXml(say(language, 'export.page.no-sound'))}</p>`,
    `<audio preload="auto"${soundSource(type)}></audio>`,
    `<script>\n${minutesScript}</script>`,
  ]
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
button{font:inherit;color:inherit;background:none;border:0;border-radius:.2rem;padding:0 .3rem;margin:0 -.3rem;min-width:24px;min-height:24px;cursor:pointer;white-space:nowrap}
button::before{content:'\\25B6\\FE0E';content:'\\25B6\\FE0E' / '';font-size:.65em;margin-right:.35em;opacity:.75}
button[aria-pressed=true]::before{content:'\\25A0';content:'\\25A0' / ''}
button:disabled::before{content:none}
button:disabled{cursor:auto}
button:focus-visible{outline:2px solid;outline-offset:1px}
blockquote{margin:.2rem 0 1rem;padding:0;font:1.05rem/1.55 Georgia,serif}
.note{margin-left:2rem}
@media print{button::before,.silent{display:none}main{margin:0;max-width:none}tr,blockquote{break-inside:avoid}h1,h2,h3{break-after:avoid}}
`

/** `html`: its content. */
const cell = (tag: 'td' | 'th', html: string, isNumber: boolean): string =>
  `<${tag}${tag === 'th' ? ' scope="col"' : ''}${isNumber ? ' class="n"' : ''}>${html}</${tag}>`

/** `cells`: HTML. */
const row = (tag: 'td' | 'th', cells: readonly string[], numbersFrom: number): string =>
  `<tr>${cells.map((html, column) => cell(tag, html, column >= numbersFrom)).join('')}</tr>`

const time = (atMs: number | null, shown: (ms: number) => string): string =>
  atMs === null ? '' : `<time>${shown(atMs)}</time>`

/** A time of an item, which plays the sound around it if the page has that. `html`: the time. */
function heard(html: string, proof: Proof | null, shown: string, { sound, language }: Page): string {
  if (html === '' || proof === null || sound.length === 0 || proof.endMs <= proof.startMs) return html
  const from = placeAmong(sound, proof)
  const to = from + proof.endMs - proof.startMs
  const label = escapedXml(say(language, 'minutes.hear', { time: shown }))
  return `<button type="button" aria-pressed="false" aria-label="${label}" data-from="${from / 1_000}" data-to="${to / 1_000}">${html}</button>`
}

const itemTime = (atMs: number | null, proof: Proof | null, page: Page): string =>
  heard(time(atMs, shortTime), proof, atMs === null ? '' : shortTime(atMs), page)

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

function blockLines(block: MinutesBlock, page: Page): string[] {
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
        ...block.items.map(
          ({ text, atMs, proof }) => `<li>${joined(escapedXml(text), itemTime(atMs, proof, page))}</li>`,
        ),
        '</ol>',
      ]
    case 'table':
      return [
        '<table>',
        `<thead>${row('th', block.head.map(escapedXml), block.numbersFrom)}</thead>`,
        '<tbody>',
        ...block.rows.map((cells, place) => {
          const proof = block.rowProofs?.[place] ?? null
          const shown = cells.map((text, column) =>
            column === block.numbersFrom && proof !== null
              ? heard(`<time>${escapedXml(text)}</time>`, proof, text, page)
              : escapedXml(text),
          )
          return row('td', shown, block.numbersFrom)
        }),
        '</tbody>',
        '</table>',
      ]
    case 'passages':
      return block.passages.flatMap((passage) => passageLines(passage, page))
    case 'text':
      return block.blocks.flatMap(textLines)
    default:
      return block satisfies never
  }
}

function passageLines({ atMs, name, label, text, proof }: Passage, page: Page): string[] {
  const who = name === null ? '' : `<b>${escapedXml(name)}</b>`
  const head = joined(who, itemTime(atMs, proof, page), escapedXml(label))
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
