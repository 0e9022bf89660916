import { type ProgramLanguage, programLanguage, say } from '../../messages/messages.ts'
import { paragraphText, type Paragraph } from '../../transcript/transcript.ts'
import { readableTime } from '../../notation/clock.ts'
import { namesOf } from '../reading/cue-voices.ts'
import { isVideoFile } from '../media-files.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { wordLosses } from '../losses.ts'
import { escapedXml } from '../reading/xml-text.ts'
import { pageScript } from './page-script.ts'
import { pageStyle } from './page-style.ts'
import { onlySound } from '../output-options.ts'
import { soundSource } from './page-sound.ts'

/**
 * One self-contained page: text, speakers, times, a search, and its sound, or a player for a file next to it
 * or chosen.
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
  choices: { names: true, times: true, firstPage: false, captions: null },
  output: onlySound,
  group: 'text',
  input: null,
  write: writeHtml,
}

function writeHtml(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const { recording, transcript } = document
  const language = programLanguage(transcript.language)
  const title =
    oneLine(recording.title || options.name || recording.fileName) || say(language, 'export.untitled')
  const hasTimes = options.times ?? true
  const lines = [
    '<!doctype html>',
    `<html lang="${transcript.language === 'und' ? '' : escapedXml(transcript.language)}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapedXml(title)}</title>`,
    `<style>\n${pageStyle}</style>`,
    '<header>',
    `<h1>${escapedXml(title)}</h1>`,
    `<label>${escapedXml(say(language, 'export.page.search'))} <input type="search"></label> <output></output>`,
    ...(hasTimes ? playerLines(language, options, document) : []),
    '</header>',
    '<main>',
    ...paragraphLines(document, options, hasTimes),
    '</main>',
    `<script>\n${pageScript}</script>`,
    '</html>',
  ]
  return { text: `${lines.join('\n')}\n`, losses: wordLosses(transcript) }
}

/** With embedded sound, a page needs no file. */
function playerLines(
  language: ProgramLanguage,
  { media, soundType }: WriteOptions,
  { part, offsetMs = 0 }: Pick<DocumentWithExtras, 'part' | 'offsetMs'>,
): string[] {
  if (soundType !== undefined) {
    // Embedded sound begins at the exported part; the text has times of the whole recording, which may be moved.
    const zeroMs = part?.startMs ?? offsetMs
    const zero = zeroMs === 0 ? '' : ` data-zero="${zeroMs / 1_000}"`
    return [`<audio controls preload="metadata"${zero}${soundSource(soundType)}></audio>`]
  }
  const player = media !== undefined && isVideoFile(media) ? 'video' : 'audio'
  const source = media === undefined ? '' : ` src="${escapedXml(encodeURI(media))}"`
  return [
    `<label>${escapedXml(say(language, 'export.page.media'))} <input type="file" accept="audio/*,video/*"></label>`,
    `<${player} controls preload="metadata"${source}></${player}>`,
  ]
}

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()

function paragraphLines(document: DocumentWithExtras, options: WriteOptions, hasTimes: boolean): string[] {
  const names = options.speakerNames === false ? new Map<string, string>() : namesOf(document, options)
  let before: string | null = null
  return document.transcript.paragraphs.flatMap((paragraph) => {
    const text = oneLine(paragraphText(paragraph))
    if (text === '') return []
    const { speakerId, kind } = paragraph
    const name = speakerId === null || speakerId === before ? undefined : names.get(speakerId)
    if (kind === 'speech') before = speakerId
    const head = name === undefined ? [] : [`<h2>${escapedXml(name)}</h2>`]
    return [...head, paragraphLine(paragraph, text, hasTimes)]
  })
}

function paragraphLine({ kind, words }: Paragraph, text: string, hasTimes: boolean): string {
  const startMs = words[0]?.startMs ?? 0
  const endMs = words.reduce((latest, word) => Math.max(latest, word.endMs), startMs)
  const type = kind === 'speech' ? '' : ` class="${kind}"`
  if (!hasTimes) return `<p${type}>${escapedXml(text)}</p>`
  const times = ` data-start="${startMs / 1_000}" data-end="${endMs / 1_000}"`
  return `<p${type}${times}><button type="button">${readableTime(startMs)}</button> ${escapedXml(text)}</p>`
}
