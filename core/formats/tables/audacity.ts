import { brokenCues, namedSpeakers } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import { withEnds } from '../reading/end-times.ts'
import type {
  Correction,
  DocumentWithExtras,
  FormatOf,
  ReadResult,
  WriteOptions,
  WriteResult,
} from '../format.ts'
import { importedDocument } from '../reading/imported-cues.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { linesOf, withoutByteOrderMark } from '../reading/text-lines.ts'
import { utf8Lines } from '../output-options.ts'
import { input } from '../format-input.ts'

/** Audacity's label track: start, end and text, separated by tabs. */
export const audacity: FormatOf<'audacity'> = {
  id: 'audacity',
  label: { en: 'Audacity labels', fr: 'Marqueurs Audacity' },
  purpose: { en: 'A label track for Audacity', fr: 'Une piste de marqueurs pour Audacity' },
  extension: '.labels.txt',
  mediaType: 'text/plain',
  choices: { names: false, times: false, firstPage: false, captions: 'without-names' },
  output: { ...utf8Lines, offset: true },
  group: 'programs',
  input: { ...input('words'), shared: { extension: '.txt', isOne: isLabelTrack } },
  read: readAudacity,
  write: writeAudacity,
}

function writeAudacity(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const cues = documentCues(document, options, 'never')
  const lines = cues.map(({ startMs, endMs, lines: shown }) => {
    const text = shown.map((line) => line.text).join(' ')
    return `${(startMs / 1_000).toFixed(6)}\t${(endMs / 1_000).toFixed(6)}\t${text}\n`
  })
  const losses = countedLosses([
    { code: 'line-breaks', count: brokenCues(cues) },
    { code: 'speaker-names', count: namedSpeakers(cues, document, { ...options, captionNames: 'never' }) },
  ])
  return { text: lines.join(''), losses: [...wordLosses(document.transcript), ...losses] }
}

const label = /^\s*(\d+(?:[.,]\d+)?)\t(\d+(?:[.,]\d+)?)(?:\t(.*))?$/

/** Whether a text is a label track, which the file's name does not show. */
function isLabelTrack(text: string): boolean {
  return label.test(linesOf(withoutByteOrderMark(text).plain)[0] ?? '')
}

function readAudacity(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const correct = (correction: Correction): void => void corrections.push(correction)
  const labels = linesOf(plain).flatMap((line, index) => {
    const match = label.exec(line)
    if (match === null) {
      // A line that begins with a backslash contains the frequencies of the label before it.
      const isFrequencies = line.startsWith('\\\t')
      if (line.trim() !== '') {
        correct({
          code: isFrequencies ? 'content-dropped' : 'text-without-time',
          line: index + 1,
          detail: line,
        })
      }
      return []
    }
    const [, start = '', end = '', said = ''] = match
    if (`${start}${end}`.includes(',')) correct({ code: 'time-notation', line: index + 1, detail: line })
    const [startMs, endMs] = [milliseconds(start), milliseconds(end)]
    // A label at a single time has no end.
    return [
      {
        line: index + 1,
        startMs,
        endMs: endMs === startMs ? null : endMs,
        voices: [{ name: null, text: said }],
      },
    ]
  })
  if (labels.length === 0 && corrections.length > 0) throw new UnreadableText('no-cues', '', 'no label')
  const document = importedDocument(withEnds(labels, correct), correct)
  return { document, corrections }
}

const milliseconds = (text: string): number => Math.round(Number(text.replace(',', '.')) * 1_000)
