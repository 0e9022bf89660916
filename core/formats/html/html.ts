import { type ProgramLanguage, programLanguage, say } from '../../messages/messages.ts'
import { paragraphText, type Paragraph } from '../../transcript/transcript.ts'
import { readableTime } from '../../notation/clock.ts'
import { namesOf } from '../reading/cue-voices.ts'
import { isVideoFile } from '../media-files.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { originText } from '../document-origin.ts'
import { wordLosses } from '../losses.ts'
import { oneLine } from '../reading/one-line.ts'
import { type ChapterHeading, type ChapterSection, chapterSections } from '../reading/text-sections.ts'
import { escapedXml } from '../reading/xml-text.ts'
import { voiceOf } from './page-colors.ts'
import { pageScript } from './page-script.ts'
import { pageStyle } from './page-style.ts'
import { onlySound } from '../output-options.ts'
import { soundSource } from './page-sound.ts'

/**
 * One self-contained page: text, chapters, speakers, times, a search, and its sound, or a player for its address or the
 * file next to it.
 */
export const html: FormatOf<'html'> = {
  id: 'html',
  label: { en: 'Web page (HTML)', fr: 'Page web (HTML)' },
  purpose: {
    en: 'To read, search and listen in a browser',
    fr: 'À lire, chercher et écouter dans un navigateur',
  },
  extension: '.html',
  mediaType: 'text/html',
  choices: { names: true, times: true, firstPage: false, captions: null, chapters: true },
  output: onlySound,
  group: 'documents',
  input: null,
  write: writeHtml,
}

function writeHtml(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const { recording, transcript } = document
  const language = programLanguage(transcript.language)
  const title =
    oneLine(recording.title || options.name || recording.fileName) || say(language, 'export.untitled')
  const hasTimes = options.times ?? true
  const sections = chapterSections(document, options)
  const names = options.speakerNames === false ? new Map<string, string>() : namesOf(document, options)
  const facts = factsOf(document, names)
  const voices = new Map(transcript.speakers.map(({ id, colour }) => [id, voiceOf(colour)]))
  const shown: Shown = {
    names,
    voices,
    hasTimes,
    level: sections.some(({ chapter }) => chapter !== null) ? 3 : 2,
  }
  const lines = [
    '<!doctype html>',
    `<html lang="${transcript.language === 'und' ? '' : escapedXml(transcript.language)}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    ...(document.origin === undefined
      ? []
      : [`<meta name="parolo-transcript" content="${escapedXml(originText(document.origin))}">`]),
    `<title>${escapedXml(title)}</title>`,
    `<style>\n${pageStyle(names.size === 0 ? [] : [...new Set(voices.values())].toSorted((a, b) => a - b))}</style>`,
    '<header>',
    `<h1>${escapedXml(title)}</h1>`,
    ...(facts === '' ? [] : [`<p class="facts">${escapedXml(facts)}</p>`]),
    ...chapterLinks(sections, language),
    '</header>',
    '<div class="bar">',
    `<label>${escapedXml(say(language, 'export.page.search'))} <input type="search"></label> <output></output>`,
    ...(hasTimes ? playerLines(language, options, document) : []),
    '</div>',
    '<main>',
    ...sections.flatMap((section, index) => sectionLines(section, index, shown)),
    '</main>',
    `<script>\n${pageScript}</script>`,
    '</html>',
  ]
  return { text: `${lines.join('\n')}\n`, losses: wordLosses(transcript) }
}

/** More names are a number. */
const MAX_NAMES = 8

/** Who speaks, and the length of the recording. */
function factsOf(
  { recording, transcript, part }: DocumentWithExtras,
  names: ReadonlyMap<string, string>,
): string {
  const speaking = new Set(transcript.paragraphs.map(({ speakerId }) => speakerId))
  const shown = [...names].flatMap(([id, name]) => (speaking.has(id) ? [name] : []))
  const who =
    shown.length > MAX_NAMES
      ? say(programLanguage(transcript.language), 'export.speakers', { count: shown.length })
      : shown.join(', ')
  const length = recording.durationMs === 0 || part !== undefined ? '' : readableTime(recording.durationMs)
  return [who, length].filter((fact) => fact !== '').join(' · ')
}

/** With embedded sound, a page needs no file. */
function playerLines(
  language: ProgramLanguage,
  { media, soundAddress, soundType }: WriteOptions,
  { part, offsetMs = 0 }: Pick<DocumentWithExtras, 'part' | 'offsetMs'>,
): string[] {
  if (soundType !== undefined) {
    // Embedded sound begins at the exported part; the text has times of the whole recording, which may be moved.
    const zeroMs = part?.startMs ?? offsetMs
    const zero = zeroMs === 0 ? '' : ` data-zero="${zeroMs / 1_000}"`
    return [`<audio controls preload="metadata"${zero}${soundSource(soundType)}></audio>`]
  }
  // Each is tried in turn.
  const sources = [soundAddress, media === undefined ? undefined : addressOfFile(media)].filter(
    (source) => source !== undefined,
  )
  const silence = (attribute: string): string =>
    `<span class="silent"${attribute}>${escapedXml(say(language, 'export.page.no-sound'))}</span>`
  if (sources.length === 0) return [silence('')]
  const player = media !== undefined && isVideoFile(media) ? 'video' : 'audio'
  const lines = sources.map((source) => `<source src="${escapedXml(source)}">`)
  return [`<${player} controls preload="metadata">${lines.join('')}</${player}>`, silence(' hidden')]
}

/** A relative path as an address; `#`, `?` and `:` are letters of file names. */
const addressOfFile = (media: string): string => media.split('/').map(encodeURIComponent).join('/')

interface Shown {
  /** By speaker; empty if names are not wanted. */
  readonly names: ReadonlyMap<string, string>
  /** Numbers of their colors. */
  readonly voices: ReadonlyMap<string, number>
  readonly hasTimes: boolean
  /** Of the headings with names. */
  readonly level: 2 | 3
}

const chapterId = (index: number): string => `chapter-${index}`

const chapterTime = ({ startMs }: ChapterHeading): string =>
  startMs === null ? '' : ` <span>${readableTime(startMs)}</span>`

const startOf = ({ startMs }: ChapterHeading): string =>
  startMs === null ? '' : ` data-start="${startMs / 1_000}"`

function chapterLinks(sections: readonly ChapterSection[], language: ProgramLanguage): string[] {
  const links = sections.flatMap(({ chapter }, index) =>
    chapter === null
      ? []
      : [
          `<li><a href="#${chapterId(index)}"${startOf(chapter)}>${escapedXml(chapter.title)}</a>${chapterTime(chapter)}</li>`,
        ],
  )
  if (links.length === 0) return []
  return [
    `<nav aria-label="${escapedXml(say(language, 'chapters.title'))}">`,
    '<ol>',
    ...links,
    '</ol>',
    '</nav>',
  ]
}

function sectionLines({ chapter, paragraphs }: ChapterSection, index: number, shown: Shown): string[] {
  const lines = voiceLines(paragraphs, shown)
  if (chapter === null) return lines
  const heading = `<h2 class="chapter">${escapedXml(chapter.title)}${chapterTime(chapter)}</h2>`
  return [`<section id="${chapterId(index)}">`, heading, ...lines, '</section>']
}

/** Paragraphs in a section for each voice, so that a search can hide a name with all that it said. */
function voiceLines(paragraphs: readonly Paragraph[], { names, voices, hasTimes, level }: Shown): string[] {
  const lines: string[] = []
  let voice: string | null | undefined
  for (const paragraph of paragraphs) {
    const text = oneLine(paragraphText(paragraph))
    if (text === '') continue
    const { kind, speakerId } = paragraph
    // A sound or a note does not interrupt a voice.
    if (voice === undefined || (kind === 'speech' && speakerId !== voice)) {
      if (voice !== undefined) lines.push('</section>')
      voice = speakerId
      const name = speakerId === null ? undefined : names.get(speakerId)
      const color = name === undefined ? '' : ` data-v="${voices.get(speakerId ?? '') ?? 0}"`
      lines.push(`<section class="voice"${color}>`)
      if (name !== undefined) lines.push(`<h${level}>${escapedXml(name)}</h${level}>`)
    }
    lines.push(paragraphLine(paragraph, text, hasTimes))
  }
  return voice === undefined ? lines : [...lines, '</section>']
}

function paragraphLine({ kind, words }: Paragraph, text: string, hasTimes: boolean): string {
  const startMs = words[0]?.startMs ?? 0
  const endMs = words.reduce((latest, word) => Math.max(latest, word.endMs), startMs)
  const type = kind === 'speech' ? '' : ` class="${kind}"`
  if (!hasTimes) return `<p${type}>${escapedXml(text)}</p>`
  const times = ` data-start="${startMs / 1_000}" data-end="${endMs / 1_000}"`
  return `<p${type}${times}><button type="button">${readableTime(startMs)}</button> ${escapedXml(text)}</p>`
}
