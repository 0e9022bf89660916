import type { TextBlock } from '#core/formats/reading/text-blocks'
import type * as Docx from 'docx'

/** Style names, as a word processor lists them. */
export const styleNames = {
  facts: 'Facts',
  speaker: 'Speaker',
  speech: 'Speech',
  sound: 'Sound',
  note: 'Note',
} as const
export const styleOf: Readonly<Record<TextBlock['kind'], string>> = {
  speech: styleNames.speech,
  sound: styleNames.sound,
  note: styleNames.note,
}

export function pageNumbers({
  Footer,
  Paragraph,
  TextRun,
  PageNumber,
  AlignmentType,
}: typeof Docx): Docx.Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT] })
  return new Footer({
    children: [
      new Paragraph({ style: styleNames.facts, alignment: AlignmentType.CENTER, children: [number] }),
    ],
  })
}

/** Sizes in half points, spacing in twentieths of a point, as in Word. */
export function docxStyles(language: string): Docx.IStylesOptions {
  const quiet = { color: '5F6368', size: 18 }
  const based = { basedOn: 'Normal', quickFormat: true } as const
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 22, language: { value: language } },
        paragraph: { spacing: { line: 288 } },
      },
      title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 60 } } },
      heading1: { run: { size: 26, bold: true }, paragraph: { spacing: { before: 240, after: 120 } } },
    },
    paragraphStyles: [
      {
        id: styleNames.facts,
        name: styleNames.facts,
        ...based,
        run: quiet,
        paragraph: { spacing: { after: 360 } },
      },
      {
        id: styleNames.speaker,
        name: styleNames.speaker,
        ...based,
        next: styleNames.speech,
        paragraph: { keepNext: true, spacing: { before: 240, after: 20 } },
      },
      { id: styleNames.speech, name: styleNames.speech, ...based, paragraph: { spacing: { after: 120 } } },
      { id: styleNames.sound, name: styleNames.sound, ...based, run: { italics: true, color: '5F6368' } },
      { id: styleNames.note, name: styleNames.note, ...based, paragraph: { indent: { left: 567 } } },
    ],
    characterStyles: [{ id: 'Time', name: 'Time', basedOn: 'DefaultParagraphFont', run: quiet }],
  }
}

/** Language tag for spell checking: the language with its most common region. */
export function spellingOf(language: string): string {
  if (!/^[a-z]{2,3}$/u.test(language) || language === 'und') return 'en-US'
  const { region } = new Intl.Locale(language).maximize()
  return region === undefined ? language : `${language}-${region}`
}
