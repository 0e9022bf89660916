import type { DocumentWithExtras, WriteOptions } from '#core/formats/format'
import { speakerNames } from '#core/transcript/speaker-names'
import { type ProgramLanguage, say } from '#core/messages/messages'
import { spokenLength } from '#core/speaking/spoken-length'
import { speakingTime } from '#core/speaking/speaking-time'
import type * as Docx from 'docx'
import type { RecordingDate } from './recording-date.ts'
import { xmlText } from '#core/formats/xml-text'

/** `3 mars 2025`, or `added on March 3, 2025` if the recording date is unknown. */
export function dateLine({ atMs, kind }: RecordingDate, language: ProgramLanguage): string {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(atMs)
  return kind === 'recorded' ? date : say(language, 'export.added', { date })
}

/**
 * Speaking time per speaker, longest first, counted as in docs/speaking-time.md: a heading and a table. Empty if
 * nobody speaks.
 */
export function docxSpeakingTable(
  kit: typeof Docx,
  { transcript, recording }: DocumentWithExtras,
  {
    speakerLabel,
    speakerNames: showsNames = true,
    language,
  }: WriteOptions & { readonly language: ProgramLanguage },
): (Docx.Paragraph | Docx.Table)[] {
  const { turns, paragraphs } = transcript
  const speakers = showsNames
    ? transcript.speakers
    : transcript.speakers.map((one) => ({ ...one, name: null }))
  const names = speakerNames(speakers, speakerLabel)
  const times = speakingTime(turns, recording.durationMs, paragraphs, speakers)
    .speakers.filter(({ speakingMs }) => speakingMs > 0)
    .toSorted((a, b) => b.speakingMs - a.speakingMs)
  if (times.length === 0) return []
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const head = (['speaking.speaker', 'speaking.time', 'speaking.share'] as const).map((key) =>
    say(language, key),
  )
  const rows = times.map(({ id, speakingMs, share }) => [
    xmlText(names.get(id) ?? id),
    spokenLength(speakingMs, language),
    percent.format(share),
  ])
  const { Paragraph, HeadingLevel } = kit
  return [
    new Paragraph({ text: say(language, 'speaking.title'), heading: HeadingLevel.HEADING_1 }),
    table(kit, head, rows),
  ]
}

/** In percent of the page width: names may be long, numbers are short. */
const columnWidths = [60, 20, 20] as const

function table(kit: typeof Docx, head: readonly string[], rows: readonly (readonly string[])[]): Docx.Table {
  const { Table, TableRow, TableCell, Paragraph, TextRun, AlignmentType, BorderStyle, WidthType } = kit
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'C4C7C5' }
  const row = (cells: readonly string[], isHead: boolean): Docx.TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, column) =>
          new TableCell({
            width: { size: columnWidths[column] ?? 0, type: WidthType.PERCENTAGE },
            margins: { top: 60, bottom: 60, left: 60, right: 60 },
            children: [
              new Paragraph({
                ...(column === 0 ? {} : { alignment: AlignmentType.RIGHT }),
                children: [new TextRun({ text, bold: isHead })],
              }),
            ],
          }),
      ),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: line,
      insideVertical: none,
      insideHorizontal: line,
    },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  })
}
