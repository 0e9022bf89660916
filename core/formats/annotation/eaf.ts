import { namesOf } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import { readEaf } from './eaf-reader.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { speakerTiers, tierNames } from './speaker-tiers.ts'
import { escapedXml, notXmlCount } from '../reading/xml-text.ts'
import { utf8Lines } from '../output-options.ts'
import { input } from '../format-input.ts'

/** ELAN's annotations (EAF 3.0): one tier per speaker. */
export const eaf: FormatOf<'eaf'> = {
  id: 'eaf',
  label: { en: 'ELAN (EAF)', fr: 'ELAN (EAF)' },
  purpose: { en: 'For linguistic annotation in ELAN', fr: 'Pour l’annotation linguistique dans ELAN' },
  extension: '.eaf',
  mediaType: 'text/xml',
  choices: { names: false, times: false, firstPage: false, captions: 'without-names' },
  output: { ...utf8Lines, offset: true, namesMedia: true },
  group: 'programs',
  input: {
    ...input('words'),
    shared: { extension: '.xml', isOne: (start) => /<ANNOTATION_DOCUMENT\b/.test(start) },
  },
  read: readEaf,
  write: writeEaf,
}

/** The schema requires a date; it is constant, so that the same document gives the same bytes. */
const DATE = '1970-01-01T00:00:00Z'

function writeEaf(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const cues = documentCues(document, options, 'never')
  const { tiers, overlaps } = speakerTiers(cues, namesOf(document, options))
  const labels = tierNames(tiers)
  const slots: string[] = []
  const slot = (ms: number): string => {
    slots.push(`  <TIME_SLOT TIME_SLOT_ID="ts${slots.length + 1}" TIME_VALUE="${ms}"/>`)
    return `ts${slots.length}`
  }
  let annotations = 0
  const tierLines = tiers.flatMap(({ intervals, name }, index) => [
    ` <TIER TIER_ID="${escapedXml(labels[index] ?? '')}"${name === null ? '' : ` PARTICIPANT="${escapedXml(name)}"`} LINGUISTIC_TYPE_REF="default-lt">`,
    ...intervals.map(({ startMs, endMs, text }) => {
      annotations++
      const times = `TIME_SLOT_REF1="${slot(startMs)}" TIME_SLOT_REF2="${slot(endMs)}"`
      return `  <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${annotations}" ${times}><ANNOTATION_VALUE>${escapedXml(text)}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`
    }),
    ' </TIER>',
  ])
  const media =
    options.media === undefined
      ? []
      : [
          `  <MEDIA_DESCRIPTOR MEDIA_URL="./${escapedXml(encodeURI(options.media))}" MIME_TYPE="unknown" RELATIVE_MEDIA_URL="./${escapedXml(encodeURI(options.media))}"/>`,
        ]
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<ANNOTATION_DOCUMENT AUTHOR="" DATE="${DATE}" FORMAT="3.0" VERSION="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">`,
    ' <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">',
    ...media,
    ' </HEADER>',
    ' <TIME_ORDER>',
    ...slots,
    ' </TIME_ORDER>',
    ...tierLines,
    ' <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="default-lt" TIME_ALIGNABLE="true"/>',
    '</ANNOTATION_DOCUMENT>',
  ]
  const characters = cues.reduce(
    (sum, cue) => sum + notXmlCount(cue.lines.map(({ text }) => text).join('')),
    0,
  )
  const losses = countedLosses([
    { code: 'overlaps', count: overlaps },
    { code: 'characters', count: characters },
  ])
  return { text: `${lines.join('\n')}\n`, losses: [...wordLosses(document.transcript), ...losses] }
}
