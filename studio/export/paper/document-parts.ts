import { readableTime } from '#core/notation/clock'
import type { TextBlock } from '#core/formats/reading/text-blocks'
import { escapedXml } from '#core/formats/reading/xml-text'
import { type ProgramLanguage, say } from '#core/messages/messages'
import type { SheetWords } from '#core/sheet/sheet-words'
import type { DocumentBlock } from '../document-blocks.ts'
import { headPart, LEADED, linePart, tablePart } from './parts.ts'
import type { PaperPart } from './paper-sheets.ts'

/** The blocks of a document on paper. */
export const documentParts = (blocks: readonly DocumentBlock[], language: ProgramLanguage): PaperPart[] =>
  blocks.flatMap((block) => blockParts(block, language))

function blockParts(block: DocumentBlock, language: ProgramLanguage): PaperPart[] {
  switch (block.kind) {
    case 'title':
      return [headPart('h1', block.text)]
    case 'facts':
      return [linePart('<p class="facts">', block.text, '</p>', { size: 9, spaceBefore: 4 })]
    case 'speaking': {
      const { title, head, rows } = block.table
      return [headPart('h2', title), tablePart([head, ...rows], { hasHead: true, numbersFrom: 1 })]
    }
    case 'chapter': {
      const { title, startMs } = block.chapter
      return [headPart('h2', title, { after: timeHtml(startMs), startsSheet: block.startsPage })]
    }
    case 'paragraph':
      return textParts(block.paragraph, block.startsPage)
    case 'sheet':
      return sheetParts(block.words, language)
    default:
      return block satisfies never
  }
}

/** A paragraph below its speaker and time. */
export function textParts({ kind, name, startMs, text }: TextBlock, startsSheet = false): PaperPart[] {
  const who = name === null ? '' : `<b>${escapedXml(name)}</b>`
  const head = `${who}${timeHtml(startMs)}`.trim()
  const type = [...(kind === 'speech' ? [] : [kind]), ...(head === '' ? ['apart'] : [])].join(' ')
  const said = linePart(type === '' ? '<p>' : `<p class="${type}">`, text, '</p>', {
    spaceBefore: head === '' ? 6 : 0,
    startsSheet: startsSheet && head === '',
  })
  if (head === '') return [said]
  const heading = linePart(`<p class="head">${head}</p>`, '', '', { spaceBefore: 12, startsSheet })
  return [{ ...heading, height: LEADED, keepsNext: true }, said]
}

export const timeHtml = (atMs: number | null, shown: (ms: number) => string = readableTime): string =>
  atMs === null ? '' : ` <time>${shown(atMs)}</time>`

function sheetParts(
  { heading, about, facts, models, openSource, run }: SheetWords,
  language: ProgramLanguage,
): PaperPart[] {
  const small = (text: string): PaperPart => linePart('<p><small>', text, '</small></p>', { size: 9 })
  const line = (label: string, value: string): string => say(language, 'sheet.line', { label, value })
  return [
    headPart('h2', heading, { startsSheet: true }),
    small(about),
    tablePart(facts.map(({ label, value, detail }) => [label, value, detail])),
    ...(models.length === 0 ? [] : [headPart('h2', say(language, 'sheet.models'))]),
    ...models.flatMap(({ name, role, licence, maker, data, openness, points, hashes }) => [
      {
        ...linePart('<p class="head"><b>', line(role, name), '</b></p>', { spaceBefore: 12 }),
        keepsNext: true,
      },
      ...[
        line(say(language, 'sheet.model.licence'), `${licence}, ${maker}`),
        line(say(language, 'sheet.model.data'), data),
        line(say(language, 'sheet.model.openness'), points === '' ? openness : `${openness}. ${points}`),
        ...hashes.map((hash) => line('SHA-256', hash)),
      ].map((text) => linePart('<p>', text, '</p>')),
    ]),
    ...(openSource === '' ? [] : [small(openSource)]),
    headPart('h2', say(language, 'sheet.run')),
    tablePart(run.map(({ label, value }) => [label, value])),
  ]
}
