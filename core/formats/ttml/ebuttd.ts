import { clockTime } from '../reading/clock-time.ts'
import { namedSpeakers } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { runsOf, type TextRun } from '../reading/styled-text.ts'
import { displayAligns, regionsOf } from './ttml-regions.ts'
import { isEbuTt, readTtml } from './ttml-reader.ts'
import { escapedXml, notXmlCount } from '../reading/xml-text.ts'
import { utf8Lines } from '../output-options.ts'
import { captionInput } from '../format-input.ts'

/** EBU-TT-D (EBU Tech 3380): what European broadcasters send to players. It cannot represent speakers. */
export const ebuttd: FormatOf<'ebuttd'> = {
  id: 'ebuttd',
  label: { en: 'EBU-TT-D', fr: 'EBU-TT-D' },
  purpose: { en: 'Captions for broadcasters’ players', fr: 'Sous-titres pour les lecteurs des chaînes' },
  extension: '.ebuttd.xml',
  mediaType: 'application/ttml+xml',
  choices: { names: false, times: false, firstPage: false, captions: 'with-names' },
  output: { ...utf8Lines, offset: true },
  group: 'captions',
  input: { ...captionInput, shared: { extension: '.xml', isOne: isEbuTt } },
  read: readTtml,
  write: writeEbuttd,
}

const namespaces = [
  'xmlns:tt="http://www.w3.org/ns/ttml"',
  'xmlns:ttp="http://www.w3.org/ns/ttml#parameter"',
  'xmlns:tts="http://www.w3.org/ns/ttml#styling"',
  'xmlns:ebuttm="urn:ebu:tt:metadata"',
  'xmlns:ebutts="urn:ebu:tt:style"',
].join(' ')

function writeEbuttd(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const cues = documentCues(document, options)
  const { language } = document.transcript
  const hasItalics = cues.some(({ lines: shown }) => shown.some(({ italics }) => italics !== undefined))
  const sides = (['left', 'right'] as const).filter((side) =>
    cues.some(({ position }) => position?.horizontal === side),
  )
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tt:tt ${namespaces} ttp:timeBase="media" ttp:cellResolution="32 15" xml:lang="${language === 'und' ? '' : escapedXml(language)}" xml:space="preserve">`,
    ' <tt:head>',
    '  <tt:metadata>',
    '   <ebuttm:documentMetadata>',
    '    <ebuttm:conformsToStandard>urn:ebu:tt:distribution:2018-04</ebuttm:conformsToStandard>',
    '    <ebuttm:conformsToStandard>http://www.w3.org/ns/ttml/profile/imsc1/text</ebuttm:conformsToStandard>',
    '   </ebuttm:documentMetadata>',
    '  </tt:metadata>',
    '  <tt:styling>',
    '   <tt:style xml:id="cueStyle" tts:textAlign="center" tts:fontFamily="proportionalSansSerif" tts:fontSize="100%" tts:lineHeight="125%" ebutts:linePadding="0.5c"/>',
    '   <tt:style xml:id="textStyle" tts:color="#FFFFFF" tts:backgroundColor="#000000C0"/>',
    ...sides.map((side) => `   <tt:style xml:id="${side}Style" tts:textAlign="${side}"/>`),
    ...(hasItalics ? ['   <tt:style xml:id="italicStyle" tts:fontStyle="italic"/>'] : []),
    '  </tt:styling>',
    '  <tt:layout>',
    ...regionsOf(cues).map(
      (id) =>
        `   <tt:region xml:id="${id}" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="${displayAligns[id]}"/>`,
    ),
    '  </tt:layout>',
    ' </tt:head>',
    ' <tt:body>',
    '  <tt:div>',
    ...cues.map(({ startMs, endMs, lines: shown, position }, index) => {
      const times = `begin="${clockTime(startMs, '.')}" end="${clockTime(endMs, '.')}"`
      const spans = shown.map((line) => runsOf(line).map(spanOf).join(''))
      const side = position?.horizontal ?? 'center'
      const style = side === 'center' ? 'cueStyle' : `cueStyle ${side}Style`
      return `   <tt:p xml:id="cue${index + 1}" region="${position?.vertical ?? 'bottom'}" style="${style}" ${times}>${spans.join('<tt:br/>')}</tt:p>`
    }),
    '  </tt:div>',
    ' </tt:body>',
    '</tt:tt>',
  ]
  const characters = cues.reduce(
    (sum, cue) => sum + notXmlCount(cue.lines.map(({ text }) => text).join('')),
    0,
  )
  const losses = countedLosses([
    { code: 'speaker-names', count: namedSpeakers(cues, document, options) },
    { code: 'characters', count: characters },
  ])
  return { text: `${lines.join('\n')}\n`, losses: [...wordLosses(document.transcript, 'styled'), ...losses] }
}

/** Spans may not be nested: an italic run has both styles. */
function spanOf({ text, isItalic }: TextRun): string {
  const style = isItalic ? 'textStyle italicStyle' : 'textStyle'
  return `<tt:span style="${style}">${escapedXml(text)}</tt:span>`
}
