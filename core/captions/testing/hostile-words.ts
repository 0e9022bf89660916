import * as fc from 'fast-check'
import type { Paragraph } from '../../transcript/transcript.ts'
import { randomParagraphs } from './random-transcript.ts'

/** Words that formats, spreadsheets or readers could take for something else. */
const hostileWords = [
  [
    '-->',
    '->',
    '<b>',
    '</i>',
    '<v',
    '<c.x>',
    '&',
    '&amp;',
    '&#10;',
    '<!--',
    ']]>',
    '<?x',
    '"',
    '""',
    "'",
    ',',
    ';',
  ],
  [
    String.raw`{\an8}`,
    String.raw`\N`,
    String.raw`\h`,
    '{',
    '}',
    String.raw`C:\new`,
    '|',
    '|M:',
    '!',
    '=1+1',
    '@x',
  ],
  [
    '[00:01.00]',
    '[ti:x]',
    '<00:01.00>',
    '00:00:01,000 --> 00:00:02,000',
    '0:1->0:2',
    '0:00:01.000,0:00:02.000',
  ],
  [
    '1',
    '12',
    'NOTE',
    'WEBVTT',
    'STYLE',
    'Dialogue: 0',
    '[Events]',
    '-',
    '--',
    '- ',
    'null',
    'NaN',
    '<exists>',
  ],
  [
    'שלום',
    'مرحبا',
    '🙂',
    '👩‍👩‍👧',
    'e\u0301',
    'a\u200Bb',
    '\u200E',
    '\u202E',
    '\uFEFFx',
    'a\u00A0b',
    '\u2060',
    '\u00AD',
  ],
  [
    'a\nb',
    'a\r\nb',
    '\tx',
    '\u2028x',
    '\u0085',
    '\u0000y',
    '\u001Bz',
    '\uD800',
    '\uFFFE',
    '日本語',
    'x'.repeat(10_000),
  ],
].flat()

/** Paragraphs that contain some hostile words. */
export const hostileParagraphs: fc.Arbitrary<Paragraph[]> = fc
  .tuple(randomParagraphs, fc.infiniteStream(fc.option(fc.constantFrom(...hostileWords), { freq: 2 })))
  .map(([paragraphs, texts]) =>
    paragraphs.map((paragraph) => ({
      ...paragraph,
      words: paragraph.words.map((word) => ({ ...word, text: texts.next().value ?? word.text })),
    })),
  )
