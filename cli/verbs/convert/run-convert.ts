import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { CaptionNames } from '#core/captions/caption-names'
import type { TimeMap } from '#core/transcript/time-map'
import type { Preset } from '#core/captions/presets/preset'
import { type CaptionedVideoId, captionedVideoIds } from '#core/formats/edit-lists/captioned-videos'
import { splitName } from '#core/formats/file-names'
import type { DocumentWithExtras } from '#core/formats/format'
import { type FormatId, formats, isFormatId } from '#core/formats/formats'
import { lossWords } from '#core/formats/loss-words'
import type { OutputOptions } from '#core/formats/output-options'
import { retimedDocument, wordsBeforeStart } from '#core/formats/retimed-document'
import { withLanguage } from '#core/formats/reading/recut-document'
import { shiftedDocument } from '#core/formats/shifted-document'
import { areSpread } from '#core/formats/reading/spread-times'
import { iso6391 } from '#core/language/iso-639-2'
import { redactedDocument } from '#core/redaction/redacted-document'
import { makeExport, type MakeExportOptions } from '#studio/export/make-export'
import { withMediaSound } from '#studio/export/recording-sound'
import { writeNewFile } from '#studio/export/write-new-file'
import { mediaOfName } from '#studio/imports/media-of-name'
import { readCaptionFile } from '#studio/imports/reading/read-caption-file'
import {
  badOption,
  type Invocation,
  isOn,
  neededText,
  resolveFromCallerDir,
  text,
} from '../../options/arguments.ts'
import { outFolder } from '../../options/out-folder.ts'
import { knownFormat } from '../../options/format-option.ts'
import { moveOption } from '../../options/move-option.ts'
import { readOutputOptions } from '../../options/output-options.ts'
import {
  allLanguagesOption,
  cutByPreset,
  presetOption,
  translationOption,
  readCaptionNames,
} from '../../options/preset-option.ts'
import { type ReadingOptions, readingOptions, withReading } from '../../options/reading-options.ts'
import { convertToVideo } from '../../results/convert-video.ts'
import { soundOptions } from '../../results/page-sound.ts'
import { realFile } from '../../results/real-file.ts'
import { outputPath, shownPath, translatedName } from '../../results/results.ts'
import { reportCorrections } from '../../terminal/corrections.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Running text has no times. */
const isUntimed = (id: FormatId): boolean => formats[id].group === 'documents'

interface Plan {
  readonly files: readonly string[]
  readonly formats: readonly FormatId[]
  readonly videos: readonly CaptionedVideoId[]
  readonly preset: Preset | null
  readonly language: string | undefined
  readonly names: { readonly captionNames?: CaptionNames }
  readonly reading: ReadingOptions
  readonly folder: string
  readonly overwrite: boolean
  readonly offsetMs: number
  readonly move: TimeMap
  readonly output: Partial<OutputOptions>
  readonly media: string | undefined
  /** Films get a track for each language. */
  readonly allLanguages: boolean
}

/** Converts captions, transcripts and texts without a library. Exit code 1 if a file could not be read or written. */
export async function runConvert(
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  const plan = await planConvert(invocation)
  const read = [...plan.files, ...(plan.media === undefined ? [] : [plan.media])]
  const inputs = new Set(await Promise.all(read.map((file) => realFile(resolveFromCallerDir(file)))))
  const written = new Set<string>()
  let failed = 0
  for (const file of plan.files) {
    if (signal.aborted) throw new Fault('job.cancelled')
    try {
      failed += await convertFile(terminal, plan, file, { invocation, inputs, written, signal })
    } catch (error) {
      if (signal.aborted) throw error
      failed++
      terminal.error(error, file)
    }
  }
  return failed > 0 ? 1 : 0
}

async function planConvert(invocation: Invocation): Promise<Plan> {
  if (invocation.words.length === 0) throw new Fault('usage.missing-file', { verb: 'convert' })
  const given = neededText(invocation, 'format')
  const asked = new Set(given.split(',').map((format) => knownFormat(format.trim(), captionedVideoIds)))
  const preset = await presetOption(invocation)
  const media = text(invocation, 'media')
  const textFormats = [...asked].filter((format) => isFormatId(format))
  const videos = captionedVideoIds.filter((id) => asked.has(id))
  // Times are shifted before any format is written, including reading formats.
  const { offsetMs = 0, ...output } = readOutputOptions(invocation, textFormats, videos.length > 0)
  return {
    files: invocation.words,
    formats: textFormats,
    videos,
    preset,
    language: languageOption(invocation),
    names: readCaptionNames(invocation, preset),
    reading: readingOptions(invocation),
    folder: outFolder(invocation),
    overwrite: isOn(invocation, 'overwrite'),
    offsetMs,
    move: moveOption(invocation),
    output,
    media: media === undefined ? undefined : await existingMedia(media),
    allLanguages: allLanguagesOption(invocation, [...asked]),
  }
}

/** ISO 639-1 or -2, with or without a region. Throws `usage.bad-option`. */
export function languageOption(invocation: Invocation): string | undefined {
  const given = text(invocation, 'language')
  if (given === undefined) return undefined
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu.test(given)) throw badOption(invocation, 'language', given)
  return iso6391(given)
}

async function existingMedia(given: string): Promise<string> {
  const file = resolveFromCallerDir(given)
  const facts = await stat(file).catch(() => null)
  if (facts === null) throw new Fault('media.not-found', { file: given })
  if (!facts.isFile()) throw new Fault('media.not-a-file', { file: given })
  return file
}

interface Run {
  readonly invocation: Invocation
  /** Real paths of inputs, which are never overwritten. */
  readonly inputs: ReadonlySet<string>
  readonly written: Set<string>
  readonly signal: AbortSignal
}

/** Writes a file in all formats; returns how many could not be written. */
async function convertFile(
  terminal: Terminal,
  plan: Plan,
  file: string,
  { invocation, inputs, written, signal }: Run,
): Promise<number> {
  const source = resolveFromCallerDir(file)
  const {
    document: read,
    format: readAs,
    corrections,
    hasTimes = true,
  } = await readCaptionFile(source, file, signal)
  reportCorrections(terminal, file, corrections)
  const before = wordsBeforeStart(read, plan.move)
  if (before > 0)
    terminal.note(
      'before-start',
      { file, count: before },
      terminal.words('convert.before-start', { file, count: before }),
    )
  const { stem } = splitName(path.basename(source))
  const translation = translationOption(invocation, read)
  const name = translatedName(stem, translation)
  const needsMedia = plan.formats.some((format) => formats[format].output.namesMedia)
  const media =
    plan.media ??
    (needsMedia && hasTimes
      ? await mediaOfName({ folder: path.dirname(source), fileName: path.basename(source) })
      : undefined)
  const {
    document,
    options: cut,
    inLanguages,
  } = cutByPreset(withReading(prepared(read, plan, stem, media), plan.reading), plan.preset, translation)
  const options = {
    name,
    ...plan.names,
    times: hasTimes,
    ...cut,
    output: plan.output,
    ...(media === undefined ? {} : { media: path.relative(plan.folder, media).split(path.sep).join('/') }),
  }
  const { silences = [] } = document
  if (silences.length > 0 && (plan.videos.length > 0 || media !== undefined))
    terminal.note(
      'silenced',
      { file, count: silences.length },
      terminal.words('convert.silenced', { file, count: silences.length }),
    )
  const hasWordTimes = read.transcript.paragraphs.some(({ words }) => !areSpread(words))
  let failed = 0
  for (const id of plan.videos) {
    try {
      if (!hasTimes) throw new Fault('format.no-times', { file, format: id })
      const { folder, overwrite } = plan
      const countsFrames = formats[readAs].input?.countsFrames === true
      const from = { source, file, media: plan.media, countsFrames, folder, name, overwrite }
      const choices = { ...options, ...inLanguages, allLanguages: plan.allLanguages }
      await convertToVideo(terminal, document, id, choices, { ...from, inputs, written, signal })
    } catch (error) {
      if (signal.aborted) throw error
      failed++
      terminal.error(error, file)
    }
  }
  const write = async (withSound: MakeExportOptions): Promise<void> => {
    for (const format of plan.formats) {
      try {
        if (!hasTimes && !isUntimed(format)) throw new Fault('format.no-times', { file, format })
        const target = outputPath(plan.folder, name, format)
        const real = await realFile(target)
        if (inputs.has(real)) throw new Fault('output.is-input', { file: target })
        // Two inputs with the same name: the second must not replace the output of the first.
        if (written.has(real)) throw new Fault('output.is-written', { file: target })
        const made = await makeExport(document, format, withSound)
        const outcome = await writeNewFile(target, made.bytes, plan.overwrite)
        written.add(real)
        // Interpolated word times are not a loss, even where captions were joined.
        const losses = hasWordTimes ? made.losses : made.losses.filter(({ code }) => code !== 'word-times')
        reportWritten(terminal, target, format, outcome, losses)
      } catch (error) {
        if (signal.aborted) throw error
        failed++
        terminal.error(error, file)
      }
    }
  }
  if (media === undefined) await write(options)
  else {
    const sound = { ...soundOptions(terminal, { file: media, signal }), silences }
    await withMediaSound(media, sound, (soundOf) => write({ ...options, sound: soundOf }))
  }
  return failed
}

function prepared(
  read: DocumentWithExtras,
  plan: Plan,
  name: string,
  media: string | undefined,
): DocumentWithExtras {
  const { recording } = read
  const named = {
    ...read,
    recording: {
      ...recording,
      title: recording.title || name,
      fileName: recording.fileName || (media === undefined ? '' : path.basename(media)),
    },
  }
  // The sound keeps its times, so that what is silenced in it is found before.
  const redacted = redactedDocument(withLanguage(named, plan.language))
  return shiftedDocument(retimedDocument(redacted, plan.move), plan.offsetMs)
}

/** Prints the file, and what its format leaves out. */
export function reportWritten(
  terminal: Terminal,
  file: string,
  format: FormatId,
  outcome: 'written' | 'unchanged',
  losses: readonly { readonly code: string; readonly count: number }[],
): void {
  const key = outcome === 'written' ? 'result.written' : 'result.done-before'
  const line = terminal.words(key, { file: shownPath(file) })
  const lost = lossWords(losses, format, terminal.language)
  terminal.note(outcome, { file, format, losses }, lost === null ? line : `${line}\n  ${lost}`)
}
