import { namesOf } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { speakerTiers, type Tier, tierNames, type TierInterval } from './speaker-tiers.ts'
import { readTextGrid } from './textgrid-reader.ts'
import { utf8Lines } from '../output-options.ts'
import { input } from '../format-input.ts'

/** Praat's TextGrid: one tier of intervals per speaker. */
export const textgrid: FormatOf<'textgrid'> = {
  id: 'textgrid',
  label: { en: 'Praat (TextGrid)', fr: 'Praat (TextGrid)' },
  purpose: { en: 'For phonetic analysis in Praat', fr: 'Pour l’analyse phonétique dans Praat' },
  extension: '.TextGrid',
  mediaType: 'text/plain',
  choices: { names: false, times: false, firstPage: false, captions: 'without-names' },
  output: { ...utf8Lines, offset: true, encodings: ['utf-8', 'utf-16'], byteOrderMark: true },
  group: 'programs',
  input: input('words'),
  read: readTextGrid,
  write: writeTextGrid,
}

function writeTextGrid(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const cues = documentCues(document, options, 'never')
  const { tiers, overlaps } = speakerTiers(cues, namesOf(document, options))
  const lastMs = cues.reduce((latest, { endMs }) => Math.max(latest, endMs), document.recording.durationMs)
  const labels = tierNames(tiers)
  const lines = [
    'File type = "ooTextFile"',
    'Object class = "TextGrid"',
    '',
    'xmin = 0',
    `xmax = ${seconds(lastMs)}`,
    `tiers? ${tiers.length === 0 ? '<absent>' : '<exists>'}`,
    ...(tiers.length === 0 ? [] : [`size = ${tiers.length}`, 'item []:']),
    ...tiers.flatMap((tier, index) => tierLines(tier, labels[index] ?? '', index + 1, lastMs)),
  ]
  return {
    text: `${lines.join('\n')}\n`,
    losses: [...wordLosses(document.transcript), ...countedLosses([{ code: 'overlaps', count: overlaps }])],
  }
}

function tierLines({ intervals }: Tier, label: string, number: number, lastMs: number): string[] {
  const all = withSilence(intervals, lastMs)
  return [
    `    item [${number}]:`,
    '        class = "IntervalTier"',
    `        name = ${quoted(label)}`,
    '        xmin = 0',
    `        xmax = ${seconds(lastMs)}`,
    `        intervals: size = ${all.length}`,
    ...all.flatMap(({ startMs, endMs, text }, index) => [
      `        intervals [${index + 1}]:`,
      `            xmin = ${seconds(startMs)}`,
      `            xmax = ${seconds(endMs)}`,
      `            text = ${quoted(text)}`,
    ]),
  ]
}

/** The intervals of a tier cover it from start to end without gaps. */
function withSilence(intervals: readonly TierInterval[], lastMs: number): TierInterval[] {
  const all: TierInterval[] = []
  let untilMs = 0
  for (const interval of intervals) {
    if (interval.startMs > untilMs) all.push({ startMs: untilMs, endMs: interval.startMs, text: '' })
    all.push(interval)
    untilMs = interval.endMs
  }
  if (lastMs > untilMs) all.push({ startMs: untilMs, endMs: lastMs, text: '' })
  return all
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const seconds = (ms: number): string => String(ms / 1_000)
