import { namedSpeakers } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import {
  DEFAULT_FRAME_RATE,
  frameAt,
  frameOfTimecode,
  type FrameRate,
  frameRateOf,
} from '../../frames/timecode.ts'
import { escapedXml, notXmlCount } from '../reading/xml-text.ts'
import { readFcpxml } from './fcpxml-reader.ts'
import { utf8Lines, videoFrameRates } from '../output-options.ts'
import { captionInput } from '../format-input.ts'
import { videoStartMs } from '../video-start.ts'

/** Final Cut Pro's XML (Apple, FCPXML 1.9): a project with a lane of iTT captions, on whole frames, without overlap. */
export const fcpxml: FormatOf<'fcpxml'> = {
  id: 'fcpxml',
  label: { en: 'Final Cut Pro (FCPXML)', fr: 'Final Cut Pro (FCPXML)' },
  purpose: { en: 'Captions in Final Cut Pro', fr: 'Sous-titres dans Final Cut Pro' },
  extension: '.fcpxml',
  mediaType: 'application/xml',
  choices: { names: false, times: false, firstPage: false, captions: 'with-names' },
  output: {
    ...utf8Lines,
    offset: true,
    frameRates: videoFrameRates,
    dropFrame: true,
    startTimecode: frameRateOf,
  },
  group: 'programs',
  input: {
    ...captionInput,
    countsFrames: true,
    shared: { extension: '.xml', isOne: (start) => /<fcpxml[\s>]/.test(start) },
  },
  read: readFcpxml,
  write: writeFcpxml,
}

interface Placed {
  readonly from: number
  readonly to: number
  readonly text: string
}

function writeFcpxml(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const rate = frameRateOf(options.frameRate ?? DEFAULT_FRAME_RATE, options.dropFrame)
  const cues = documentCues(document, options)
  const videoMs = videoStartMs(document)
  const frameOf = (ms: number): number => frameAt(Math.max(0, ms - videoMs), rate)
  let overlaps = 0
  const placed: Placed[] = []
  for (const { startMs, endMs, lines } of cues) {
    const last = placed.at(-1)
    const frame = frameOf(startMs)
    const from = Math.max(frame, (last?.from ?? -1) + 1)
    if (last !== undefined && last.to > from) {
      overlaps++
      placed[placed.length - 1] = { ...last, to: from }
    }
    const text = lines.map((line) => line.text).join('\n')
    placed.push({ from, to: Math.max(from + 1, frameOf(endMs)), text })
  }
  const length = Math.max(placed.at(-1)?.to ?? 0, frameOf(document.recording.durationMs), 1)
  const start = rational(frameOfTimecode(options.startTimecode ?? '', rate), rate)
  const { language } = document.transcript
  const role = `iTT?captionFormat=ITT.${language === 'und' ? 'en' : language}`
  const name = escapedXml(options.name ?? document.recording.title)
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE fcpxml>',
    '<fcpxml version="1.9">',
    ' <resources>',
    `  <format id="r1" frameDuration="${rational(1, rate)}" width="1920" height="1080"/>`,
    ' </resources>',
    ` <library><event name="${name}"><project name="${name}">`,
    `  <sequence format="r1" duration="${rational(length, rate)}" tcStart="${start}" tcFormat="${rate.drops ? 'DF' : 'NDF'}">`,
    `   <spine><gap name="Gap" offset="${start}" start="0s" duration="${rational(length, rate)}">`,
    ...placed.map((caption, index) => captionLine(caption, index + 1, role, rate)),
    '   </gap></spine>',
    '  </sequence>',
    ' </project></event></library>',
    '</fcpxml>',
  ]
  const losses = countedLosses([
    { code: 'overlaps', count: overlaps },
    { code: 'speaker-names', count: namedSpeakers(cues, document, options) },
    { code: 'characters', count: placed.reduce((sum, { text }) => sum + notXmlCount(text), 0) },
  ])
  return { text: `${lines.join('\n')}\n`, losses: [...wordLosses(document.transcript), ...losses] }
}

function captionLine({ from, to, text }: Placed, number: number, role: string, rate: FrameRate): string {
  const style = `<text placement="bottom"><text-style ref="ts${number}">${escapedXml(text)}</text-style></text>`
  const definition = `<text-style-def id="ts${number}"><text-style font=".AppleSystemUIFont" fontSize="13" fontFace="Regular" fontColor="1 1 1 1" backgroundColor="0 0 0 1"/></text-style-def>`
  const label = escapedXml(Array.from(text.replaceAll('\n', ' ')).slice(0, 40).join(''))
  const times = `offset="${rational(from, rate)}" duration="${rational(to - from, rate)}" start="0s"`
  return `    <caption lane="1" name="${label}" ${times} role="${escapedXml(role)}">${style}${definition}</caption>`
}

/** A number of frames as a fraction of seconds. */
const rational = (frames: number, { numerator, denominator }: FrameRate): string =>
  frames === 0 ? '0s' : `${frames * denominator}/${numerator}s`
