import { clockTime } from '../reading/clock-time.ts'
import {
  DEFAULT_FRAME_RATE,
  frameOfTimecode,
  type FrameRate,
  frameRateOf,
  frameStartMs,
} from '../../frames/timecode.ts'
import { cueVoices, namesOf } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { taggedText } from '../reading/styled-text.ts'
import { displayAligns, regionsOf } from './ttml-regions.ts'
import { isEbuTt, readTtml } from './ttml-reader.ts'
import { escapedXml, notXmlCount } from '../reading/xml-text.ts'
import { utf8Lines } from '../output-options.ts'
import { captionInput } from '../format-input.ts'

/** TTML as the text profile of IMSC 1.1 (W3C), with speakers as agents; reads all of TTML's family. */
export const ttml: FormatOf<'ttml'> = {
  id: 'ttml',
  label: { en: 'TTML (IMSC 1.1)', fr: 'TTML (IMSC 1.1)' },
  purpose: {
    en: 'Captions for streaming services',
    fr: 'Sous-titres pour les services de diffusion en ligne',
  },
  extension: '.ttml',
  mediaType: 'application/ttml+xml',
  choices: { names: false, times: false, firstPage: false, captions: 'with-names' },
  output: { ...utf8Lines, offset: true, startTimecode: ttmlRate },
  group: 'captions',
  input: {
    ...captionInput,
    otherExtensions: ['.dfxp', '.itt'],
    shared: { extension: '.xml', isOne: (start) => !isEbuTt(start) && /<(?:\w+:)?tt[\s>]/.test(start) },
  },
  read: readTtml,
  write: writeTtml,
}

const italics = ['<span tts:fontStyle="italic">', '</span>'] as const
const namespaces = [
  'xmlns="http://www.w3.org/ns/ttml"',
  'xmlns:ttp="http://www.w3.org/ns/ttml#parameter"',
  'xmlns:tts="http://www.w3.org/ns/ttml#styling"',
  'xmlns:ttm="http://www.w3.org/ns/ttml#metadata"',
].join(' ')

function writeTtml(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const cues = documentCues(document, options)
  const names = namesOf(document, options)
  const agents = new Map([...new Set(names.values())].map((name, index) => [name, `speaker${index + 1}`]))
  const startMs = startTimecodeMs(options)
  const at = (ms: number): string => clockTime(startMs + ms, '.')
  const { language } = document.transcript
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tt ${namespaces} ttp:contentProfiles="http://www.w3.org/ns/ttml/profile/imsc1.1/text" ttp:timeBase="media" xml:space="preserve" xml:lang="${language === 'und' ? '' : escapedXml(language)}">`,
    ' <head>',
    ...(agents.size === 0 ? [] : ['  <metadata>', ...[...agents].map(agentLine), '  </metadata>']),
    '  <styling>',
    '   <style xml:id="text" tts:color="white" tts:backgroundColor="rgba(0,0,0,192)" tts:fontFamily="proportionalSansSerif" tts:fontSize="100%" tts:lineHeight="125%"/>',
    '  </styling>',
    '  <layout>',
    ...regionsOf(cues).map(
      (id) =>
        `   <region xml:id="${id}" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="${displayAligns[id]}" tts:textAlign="center"/>`,
    ),
    '  </layout>',
    ' </head>',
    // Not on the body: text in another region would then be in none (TTML2, §11.3.1.3).
    ' <body>',
    '  <div>',
    ...cues.map((cue, index) => {
      const spans = cueVoices(cue, names).map(({ name, styled }) => {
        const agent = name === null ? '' : ` ttm:agent="${agents.get(name)}"`
        return `<span style="text"${agent}>${styled.map((line) => taggedText(line, escapedXml, italics)).join('<br/>')}</span>`
      })
      const times = `begin="${at(cue.startMs)}" end="${at(cue.endMs)}"`
      const place = cue.position?.vertical ?? 'bottom'
      const side = cue.position?.horizontal ?? 'center'
      const align = side === 'center' ? '' : ` tts:textAlign="${side}"`
      return `   <p xml:id="cue${index + 1}" region="${place}"${align} ${times}>${spans.join('<br/>')}</p>`
    }),
    '  </div>',
    ' </body>',
    '</tt>',
  ]
  const characters = cues.reduce(
    (sum, cue) => sum + notXmlCount(cue.lines.map(({ text }) => text).join('')),
    0,
  )
  return {
    text: `${lines.join('\n')}\n`,
    losses: [
      ...wordLosses(document.transcript, 'styled'),
      ...countedLosses([{ code: 'characters', count: characters }]),
    ],
  }
}

/** Frames of the media time base are never dropped. */
function ttmlRate(framesPerSecond: number): FrameRate {
  return frameRateOf(framesPerSecond, false)
}

/** As a time of the media time base, in which frames count from the second (TTML2, appendix I.1). */
function startTimecodeMs({ startTimecode = '', frameRate = DEFAULT_FRAME_RATE }: WriteOptions): number {
  const rate = ttmlRate(frameRate)
  const frames = frameOfTimecode(startTimecode, rate)
  return Math.floor(frames / rate.nominal) * 1_000 + frameStartMs(frames % rate.nominal, rate)
}

const agentLine = ([name, id]: [string, string]): string =>
  `   <ttm:agent xml:id="${id}" type="person"><ttm:name type="full">${escapedXml(name)}</ttm:name></ttm:agent>`
