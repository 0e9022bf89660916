import type { DocumentWithExtras } from '../formats/format.ts'
import { type ChapterHeading, chapterSections } from '../formats/reading/text-sections.ts'
import { escapedXml } from '../formats/reading/xml-text.ts'
import { oneLine } from '../formats/reading/one-line.ts'
import { voiceOf } from '../formats/html/page-colors.ts'
import { type ProgramLanguage, programLanguage, say } from '../messages/messages.ts'
import { readableTime } from '../notation/clock.ts'
import { speakerNames } from '../transcript/speaker-names.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Paragraph } from '../transcript/transcript.ts'
import type { ReviewData, ReviewSound, ReviewVoice } from './review-data.ts'
import type { ReviewDocument } from './review-document.ts'
import { paragraphHtml } from './review-paragraph.ts'
import { placesIn, shownParagraphs } from './review-places.ts'
import { reviewStyle } from './review-style.ts'
import { controlsHtml, named, sendHtml } from './review-controls.ts'
import { textsOfReview } from './review-texts.ts'

export interface ReviewPageOptions {
  /** Unique: what is typed is kept under it. */
  readonly review: string
  /** In which the page begins; the other can be chosen there. */
  readonly language: ProgramLanguage
  /** For whom it is; empty: unknown. */
  readonly reviewer: string
  readonly speakerId: string | null
  /** Null: without sound. */
  readonly sound: ReviewSound | null
  /** The script, and its SHA-256 in base64: nothing else runs in the page. */
  readonly script: { readonly code: string; readonly sha256: string }
}

/** What is before and after the base64 of the sound. */
export type AroundSound = readonly [before: string, after: string]

/**
 * One page with text, places to check and all that is needed to answer. Its sound comes last, so that the text can be
 * read before it is loaded.
 */
export function reviewPage(material: ReviewDocument, options: ReviewPageOptions): AroundSound {
  const made = contentOf(material, options)
  const { sound, script, reviewer, language } = options
  const before = [
    ...headHtml(made, options),
    ...textHtml(made, sound),
    ...sendHtml(made.data.texts[language], reviewer),
    `<script type="application/json" id="review">${inScript(made.data)}</script>`,
    `<script>${script.code}</script>`,
  ].join('\n')
  if (sound === null) return [`${before}\n</html>\n`, '']
  return [`${before}\n<script type="text/plain" id="sound">`, '</script>\n</html>\n']
}

interface Content {
  readonly document: DocumentWithExtras
  readonly paragraphs: readonly Paragraph[]
  readonly voices: readonly (ReviewVoice & { readonly color: number })[]
  readonly data: ReviewData
}

function contentOf(
  { document, places }: ReviewDocument,
  { review, language, sound }: ReviewPageOptions,
): Content {
  const { recording, transcript } = document
  const label = (number: number): string =>
    say(programLanguage(transcript.language), 'speaker.numbered', { number })
  const names = speakerNames(transcript.speakers, label)
  const speaking = new Set(transcript.paragraphs.map(({ speakerId }) => speakerId))
  const voices = transcript.speakers
    .filter(({ id }) => speaking.has(id))
    .map(({ id, name, colour }) => ({ id, name, label: names.get(id) ?? '', color: voiceOf(colour) }))
  const paragraphs = shownParagraphs(transcript.paragraphs)
  const data: ReviewData = {
    version: 1,
    review,
    transcript: transcript.id,
    title: oneLine(recording.title || recording.fileName) || say(language, 'export.untitled'),
    language,
    texts: { en: textsOfReview('en'), fr: textsOfReview('fr') },
    voices: voices.map(({ color: _color, ...voice }) => voice),
    paragraphs: paragraphs.map(({ id, speakerId, words }) => ({
      id,
      voice: indexOrNull(voices.findIndex((voice) => voice.id === speakerId)),
      startMs: words[0]?.startMs ?? 0,
      endMs: words.reduce((latest, { endMs }) => Math.max(latest, endMs), 0),
      ids: words.map((word) => word.id),
      lengths: words.flatMap(({ before, text }) => [before.length, text.length]),
    })),
    places: placesIn(paragraphs, places),
    sound,
  }
  return { document, paragraphs, voices, data }
}

function headHtml({ document, voices, data }: Content, options: ReviewPageOptions): string[] {
  const { language, speakerId, sound, script } = options
  const own = data.texts[language]
  const title = escapedXml(data.title)
  const { language: spoken } = document.transcript
  const only = voices[0]?.label ?? ''
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(script.sha256)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>\n${reviewStyle(own.correct)}</style>`,
    '<header>',
    `<h1>${title}</h1>`,
    `<p data-t="lead">${escapedXml(own.lead)}</p>`,
    speakerId === null
      ? ''
      : `<p data-t="only" data-name="${escapedXml(only)}">${escapedXml(named(own.only, only))}</p>`,
    `<noscript><p class="trouble">${escapedXml(own['no-script'])}</p></noscript>`,
    ...controlsHtml(own, { language, voices, sound, places: data.places.length }),
    `<main${spoken === 'und' ? '' : ` lang="${escapedXml(spoken)}"`}>`,
  ].filter((line) => line !== '')
}

function textHtml({ document, paragraphs, voices, data }: Content, sound: ReviewSound | null): string[] {
  const places = Map.groupBy(
    data.places.map((at, place) => ({ ...at, place })),
    ({ paragraph }) => paragraph,
  )
  const indexes = new Map(paragraphs.map((paragraph, index) => [paragraph, index]))
  const { transcript } = document
  const sections = chapterSections({ ...document, transcript: { ...transcript, paragraphs } }, {})
  const level = sections.some(({ chapter }) => chapter !== null) ? 3 : 2
  const paragraphLine = (paragraph: Paragraph): string => {
    const index = indexes.get(paragraph) ?? 0
    return paragraphHtml(paragraph, index, places.get(index) ?? [], hasSound(data.paragraphs[index], sound))
  }
  const runLines = ({ speakerId, paragraphs: said }: Run): string[] => {
    const index = voices.findIndex(({ id }) => id === speakerId)
    const voice = voices[index]
    if (voice === undefined) return ['<section class="voice">', ...said.map(paragraphLine), '</section>']
    const heading = `<h${level} data-voice="${index}">${escapedXml(voice.label)}</h${level}>`
    return [
      `<section class="voice" data-v="${voice.color}">`,
      heading,
      ...said.map(paragraphLine),
      '</section>',
    ]
  }
  return [
    ...sections.flatMap(({ chapter, paragraphs: within }) => [
      ...(chapter === null ? [] : [chapterHeading(chapter)]),
      ...runsOf(within).flatMap(runLines),
    ]),
    '</main>',
  ]
}

const chapterHeading = ({ title, startMs }: ChapterHeading): string =>
  `<h2 class="chapter">${escapedXml(title)}${startMs === null ? '' : ` <span>${readableTime(startMs)}</span>`}</h2>`

/** Whether anything of a paragraph can be heard. */
const hasSound = (paragraph: TimeSpan | undefined, sound: ReviewSound | null): boolean =>
  paragraph !== undefined &&
  (sound?.spans.some(([from, to]) => from < paragraph.endMs && to > paragraph.startMs) ?? false)

const indexOrNull = (index: number): number | null => (index < 0 ? null : index)

/** Nothing is fetched or sent; the one script and the sound in the page are all that runs and plays. */
const policy = (sha256: string): string =>
  `default-src 'none'; script-src 'sha256-${sha256}'; style-src 'unsafe-inline'; media-src blob:; connect-src 'none'; form-action 'none'; base-uri 'none'`

/** JSON that ends no script. */
const inScript = (data: ReviewData): string => JSON.stringify(data).replaceAll('<', '\\u003c')

interface Run {
  readonly speakerId: string | null
  readonly paragraphs: Paragraph[]
}

/** What one voice says in a row; a sound or a note does not interrupt it. */
function runsOf(paragraphs: readonly Paragraph[]): Run[] {
  const runs: Run[] = []
  for (const paragraph of paragraphs) {
    const last = runs.at(-1)
    if (last !== undefined && (paragraph.kind !== 'speech' || paragraph.speakerId === last.speakerId))
      last.paragraphs.push(paragraph)
    else runs.push({ speakerId: paragraph.speakerId, paragraphs: [paragraph] })
  }
  return runs
}
