import { systemLocale } from '../program/system-locale.ts'
import { localeFor } from '#core/notation/locale'
import { Fault } from '#contracts/errors'
import { startFault } from '#contracts/start-fault'
import { captionProblems } from '#core/captions/caption-problems'
import { rulesOf } from '#core/captions/presets/transcript-rules'
import { shiftedRules } from '#core/captions/presets/rules-on-frames'
import { chaptersAmong, isChapter } from '#core/chapters/chapter'
import type { CaptionRules } from '#core/captions/caption-rules'
import { translationLanguages } from '#core/captions/translations/translation-marks'
import { readTranscript } from '#core/reading/read-transcript'
import { documentCues } from '#core/formats/document-cues'
import type { DocumentWithExtras, Loss, WriteOptions, WrittenBytes } from '#core/formats/format'
import { fileFrames, wrongStart } from '#core/formats/file-frames'
import { type FormatId, formats } from '#core/formats/formats'
import { countedLosses } from '#core/formats/losses'
import { minutesBlocks } from '#core/formats/minutes/minutes-document'
import { soundOfProofs } from '#core/formats/minutes/proof'
import { nameLosses } from '#core/formats/name-losses'
import { fittedOutput, type OutputOptions } from '#core/formats/output-options'
import { shiftedDocument } from '#core/formats/shifted-document'
import { translatedDocument } from '#core/formats/translated-document'
import { programLanguage, say } from '#core/messages/messages'
import type { Sheet } from '#core/sheet/sheet'
import { sheetLines } from '#core/sheet/sheet-text'
import { sheetWords } from '#core/sheet/sheet-words'
import { documentBlocks, type DocumentOptions } from './document-blocks.ts'
import { writeDocx } from './docx.ts'
import type { TimeSpan } from '#core/transcript/time-span'
import { encodeText } from './encode-text.ts'
import { documentWithSheet } from './document-with-sheet.ts'
import { writeMinutesDocx } from './minutes-docx.ts'
import { documentParts } from './paper/document-parts.ts'
import { minutesParts } from './paper/minutes-parts.ts'
import { type PaperPage, paperPage } from './paper/paper-page.ts'
import { type LostSound, PAGE_SOUND_TYPE, type PageSound, pageWithSound } from './page-sound.ts'

export interface MadeExport {
  readonly extension: string
  readonly mediaType: string
  /** Empty for a page whose sound is still to be made. */
  readonly bytes: Uint8Array
  /** The text that `bytes` encode, with LF and without a page's sound; null for a binary format. */
  readonly text: string | null
  readonly losses: readonly Loss[]
  /** How it begins on paper, if that was asked for; omitted for a format that is not for paper. */
  readonly paper?: PaperPage
  /** If that was asked for, how many captions it has and how many of them break rules; omitted for a format without captions. */
  readonly captions?: { readonly count: number; readonly broken: number | null }
}

export type MakeExportOptions = Pick<
  WriteOptions,
  | 'name'
  | 'speakerNames'
  | 'times'
  | 'captionNames'
  | 'rules'
  | 'cues'
  | 'frameRate'
  | 'media'
  | 'soundAddress'
  | 'minutes'
  | 'picture'
> &
  Partial<Pick<DocumentOptions, 'firstPage'>> & {
    /** The person's locale, for dates; default: the system's. */
    readonly locale?: string | undefined
    /** Options of the file; those that the format lacks are ignored. */
    readonly output?: Partial<OutputOptions>
    /** Language of the translation to write instead of the document's own text. */
    readonly translation?: string | undefined
    /** Rules of that translation; default: the transcript's for its language. */
    readonly translationRules?: CaptionRules
    /** The recording's sound, requested for a page that embeds it; null if there is none. */
    readonly sound?: () => Promise<PageSound | LostSound | null>
    /** The sound of these spans, one after the other, requested for minutes that embed it; not moved as the document's times may be. */
    readonly soundAround?: (spans: readonly TimeSpan[]) => Promise<PageSound | LostSound | null>
    /** Whether to return how it begins on paper too. */
    readonly withPaper?: boolean
    /** Whether to count its captions. */
    readonly withCaptions?: boolean
    /** Its sheet, requested if it is wanted and the format can contain it. */
    readonly sheet?: () => Promise<Sheet>
  }

/**
 * Converts a document to a file, for pages and the command line. Labels of unnamed speakers are in the language of the
 * text. Throws `translation.unknown`.
 */
export async function makeExport(
  given: DocumentWithExtras,
  format: FormatId,
  { translation, translationRules, ...choices }: MakeExportOptions,
): Promise<MadeExport> {
  if (translation === undefined) {
    const made = await exportDocument(given, format, choices, format === 'json' ? null : '')
    return { ...made, losses: [...made.losses, ...nameLosses(given, formats[format], choices)] }
  }
  const known = translationLanguages(given.transcript)
  if (!known.includes(translation)) {
    throw new Fault('translation.unknown', { language: translation, known: known.join(', ') || 'none' })
  }
  const { rules: _, output = {}, ...others } = choices
  const { offsetMs } = fittedOutput(output, formats[format].output)
  const document = shiftedDocument(given, offsetMs)
  const translated = translatedDocument(document, translation, formats[format], {
    ...choices,
    ...(choices.rules === undefined ? {} : { rules: shiftedRules(choices.rules, offsetMs) }),
    speakerLabel: labelIn(translation),
    ...(translationRules === undefined ? {} : { translationRules }),
  })
  const made = await exportDocument(
    translated.document,
    format,
    {
      ...others,
      // A translation's words were not spoken, so they have no times.
      output: { ...output, offsetMs: 0, wordTimes: false },
      cues: translated.cues,
    },
    translation,
  )
  const losses = made.losses.filter(({ code }) => code !== 'word-times')
  // Which rules its captions break depends on those of its language.
  const captions = made.captions === undefined ? {} : { captions: { ...made.captions, broken: null } }
  const names = nameLosses(given, formats[format], choices)
  return { ...made, ...captions, losses: [...losses, ...translated.losses, ...names] }
}

/** Labels of unnamed speakers in a text of this language. */
export const labelIn =
  (language: string) =>
  (number: number): string =>
    say(programLanguage(language), 'speaker.numbered', { number })

/** @param texts the translation that is in the file, '' for the transcript's own text; null: all of them */
async function exportDocument(
  given: DocumentWithExtras,
  format: FormatId,
  options: Omit<MakeExportOptions, 'translation' | 'translationRules'>,
  texts: string | null,
): Promise<MadeExport> {
  const made = await writtenExport(given, format, options)
  const holdsMoments = format === 'json' || formats[format].choices.minutes === true
  const all = given.recording.moments ?? []
  const chapters = all.filter(isChapter).length
  const hasHeadings = formats[format].choices.chapters === true
  const headings = hasHeadings ? chaptersAmong(all).filter(({ isListed }) => isListed).length : 0
  const { unplacedRedactions: unplaced = [] } = given
  const lost = countedLosses([
    { code: 'moments', count: holdsMoments ? 0 : all.length - chapters },
    { code: 'chapters', count: format === 'json' ? 0 : chapters - headings },
    { code: 'unplaced-redactions', count: unplaced.filter((of) => texts === null || of === texts).length },
  ])
  return { ...made, losses: [...made.losses, ...lost] }
}

async function writtenExport(
  given: DocumentWithExtras,
  format: FormatId,
  {
    firstPage = null,
    locale = systemLocale(),
    output: wanted = {},
    sound: soundOf,
    soundAround,
    sheet: sheetOf,
    withPaper = false,
    withCaptions = false,
    ...choices
  }: MakeExportOptions,
): Promise<MadeExport> {
  const { extension, mediaType, write, writeBytes, output: has } = formats[format]
  const output = fittedOutput(wanted, has)
  const sheet = output.sheet ? ((await sheetOf?.()) ?? null) : null
  const shifted = shiftedDocument(readDocument(given, format), output.offsetMs)
  const document = sheet !== null && format === 'json' ? documentWithSheet(shifted, sheet) : shifted
  const language = programLanguage(document.transcript.language)
  const words = sheet === null ? null : sheetWords(sheet, language, localeFor(language, locale))
  const frames = fileFrames(output, document.transcript, choices.frameRate)
  const wrong = wrongStart(output.startTimecode, has, frames)
  if (wrong !== null) throw startFault(wrong)
  const { rules } = choices
  const options: WriteOptions = {
    ...choices,
    ...(rules === undefined ? {} : { rules: shiftedRules(rules, output.offsetMs) }),
    ...frames,
    ...(output.startTimecode === null ? {} : { startTimecode: output.startTimecode }),
    details: output,
    ...(words === null ? {} : { sheetLines: sheetLines(words, language) }),
    speakerLabel: labelIn(language),
  }
  const captions =
    withCaptions && formats[format].choices.captions !== null
      ? { captions: captionCounts(document, options) }
      : {}
  if (write !== undefined) {
    const hasTimes = choices.times ?? true
    const spans = output.soundAround ? soundOfProofs(minutesBlocks(document, options)) : []
    const sound =
      has.sound && output.sound && hasTimes
        ? await soundOf?.()
        : spans.length > 0
          ? await soundAround?.(unmovedSpans(spans, document))
          : null
    if (sound != null) return pageExport(document, format, options, sound)
    const { text, losses } = write(document, options)
    const { bytes, replaced } = encodeText(text, output)
    const lost = countedLosses([{ code: 'characters', count: replaced }])
    return { extension, mediaType, bytes, text, losses: [...losses, ...lost], ...captions }
  }
  if (writeBytes !== undefined) {
    return { extension, mediaType, text: null, ...writeBytes(document, options), ...captions }
  }
  const written = { ...options, language, locale: localeFor(language, locale), firstPage, sheet: words }
  const writeDocument = await paperWriter(format)
  const made = await writeDocument(document, written)
  const paper = withPaper ? { paper: paperOf(document, format, written) } : {}
  return { extension, mediaType, text: null, ...made, ...paper }
}

const unmovedSpans = (
  spans: readonly TimeSpan[],
  { offsetMs = 0 }: Pick<DocumentWithExtras, 'offsetMs'>,
): TimeSpan[] => spans.map(({ startMs, endMs }) => ({ startMs: startMs - offsetMs, endMs: endMs - offsetMs }))

function captionCounts(
  document: DocumentWithExtras,
  options: WriteOptions,
): NonNullable<MadeExport['captions']> {
  const cues = documentCues(document, options)
  const problems = captionProblems(cues, options.rules ?? rulesOf(document.transcript))
  return { count: cues.length, broken: problems.filter(({ length }) => length > 0).length }
}

/** Loaded on demand where it takes a tenth of a second. */
async function paperWriter(
  format: FormatId,
): Promise<(document: DocumentWithExtras, options: DocumentOptions) => Promise<WrittenBytes>> {
  if (format === 'minutes') return writeMinutesDocx
  return format === 'pdf' ? (await import('./pdf/write-pdf.ts')).writePdf : writeDocx
}

function paperOf(document: DocumentWithExtras, format: FormatId, options: DocumentOptions): PaperPage {
  const parts =
    format === 'minutes'
      ? minutesParts(minutesBlocks(document, options))
      : documentParts(documentBlocks(document, options), options.language)
  return paperPage(parts, document.transcript.language)
}

/**
 * The document as a format writes hidden fillers: data formats include them, captions leave them out when
 * they are made.
 */
function readDocument(document: DocumentWithExtras, format: FormatId): DocumentWithExtras {
  const isRead = format !== 'json' && formats[format].choices.captions === null
  return isRead ? { ...document, transcript: readTranscript(document.transcript) } : document
}

/** A page with its sound, or the reason why it has none. Without bytes while the sound is not made yet. */
async function pageExport(
  document: DocumentWithExtras,
  format: FormatId,
  options: WriteOptions,
  sound: PageSound | LostSound,
): Promise<MadeExport> {
  const { extension, mediaType, write } = formats[format]
  if (write === undefined) throw new Error(`${format} is no text`)
  if ('lost' in sound) {
    const { text, losses } = write(document, options)
    const lost = [...losses, { code: sound.lost, count: 1 }]
    return { extension, mediaType, bytes: new TextEncoder().encode(text), text, losses: lost }
  }
  const { text, losses } = write(document, { ...options, soundType: PAGE_SOUND_TYPE })
  const bytes = sound.path === null ? new Uint8Array() : await pageWithSound(text, sound.path)
  return { extension, mediaType, bytes, text, losses }
}
