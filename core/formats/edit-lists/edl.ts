import { brokenCues } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { DEFAULT_FRAME_RATE, frameAt, frameOfTimecode, frameRateOf, timecode } from '../../frames/timecode.ts'
import { anyText, videoFrameRates } from '../output-options.ts'
import { videoStartMs } from '../video-start.ts'

/** An edit decision list (CMX 3600) of markers for DaVinci Resolve: one per caption, on whole frames. */
export const edl: FormatOf<'edl'> = {
  id: 'edl',
  label: { en: 'Markers (EDL)', fr: 'Marqueurs (EDL)' },
  purpose: { en: 'Markers in an editing program', fr: 'Marqueurs dans un logiciel de montage' },
  extension: '.edl',
  mediaType: 'text/plain',
  choices: { names: false, times: false, firstPage: false, captions: 'with-names' },
  output: {
    ...anyText,
    offset: true,
    frameRates: videoFrameRates,
    dropFrame: true,
    startTimecode: frameRateOf,
  },
  group: 'programs',
  input: null,
  write: writeEdl,
}

function writeEdl(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const rate = frameRateOf(options.frameRate ?? DEFAULT_FRAME_RATE, options.dropFrame)
  const start = frameOfTimecode(options.startTimecode ?? '', rate)
  // There is no timecode after 23:59:59: it goes on from 0.
  const day = frameOfTimecode('23:59:59:99', rate) + 1
  const cues = documentCues(document, options)
  const videoMs = videoStartMs(document)
  const frameOf = (ms: number): number => frameAt(Math.max(0, ms - videoMs), rate)
  let replaced = 0
  const plain = (text: string): string =>
    text.replaceAll('|', () => {
      replaced++
      return '¦'
    })
  const events = cues.map((cue, index) => {
    const first = frameOf(cue.startMs)
    const frames = Math.max(1, frameOf(cue.endMs) - first)
    const frame = start + first
    const [from, to] = [timecode(frame % day, rate), timecode((frame + 1) % day, rate)]
    const text = cue.lines.map((line) => line.text).join(' ')
    const number = String(index + 1).padStart(3, '0')
    return [
      `${number}  001      V     C        ${from} ${to} ${from} ${to}`,
      ` |C:ResolveColorBlue |M:${plain(text)} |D:${frames}`,
      '',
    ].join('\n')
  })
  const title = (options.name ?? document.recording.title)
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const head = `TITLE: ${title || 'captions'}\nFCM: ${rate.drops ? '' : 'NON-'}DROP FRAME\n`
  const losses = countedLosses([
    { code: 'markup-replaced', count: replaced },
    { code: 'line-breaks', count: brokenCues(cues) },
  ])
  return { text: [head, ...events].join('\n'), losses: [...wordLosses(document.transcript), ...losses] }
}
