import { readFile } from 'node:fs/promises'
import { Fault } from '#contracts/errors'
import { type CaptionNames, captionNames as nameChoices } from '#core/captions/caption-names'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { Preset } from '#core/captions/presets/preset'
import { readPreset, UnreadablePreset } from '#core/captions/presets/preset-file'
import { isPresetId, presetIds, presets } from '#core/captions/presets/presets'
import { rulesOnFrames } from '#core/captions/presets/rules-on-frames'
import { translationLanguages } from '#core/captions/translations/translation-marks'
import type { DocumentWithExtras } from '#core/formats/format'
import type { VideoFrames } from '#core/frames/video-frames'
import { recutDocument } from '#core/formats/reading/recut-document'
import type { VideoChoices } from '#studio/export/captioned-video'
import type { MakeExportOptions } from '#studio/export/make-export'
import { diskFault } from '#studio/faults/disk-fault'
import { choice, type Invocation, isOn, resolveFromCallerDir, text } from './arguments.ts'

/**
 * The preset named by `--preset`, or read from the file given. Throws `preset.unknown`, `preset.unreadable`.
 */
export async function presetOption(invocation: Invocation): Promise<Preset | null> {
  const given = text(invocation, 'preset')
  if (given === undefined) return null
  if (isPresetId(given)) return presets[given]
  const content = await readFile(resolveFromCallerDir(given), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EISDIR') {
        throw new Fault(
          'preset.unknown',
          { preset: given, known: presetIds.join(', ') },
          error.message,
          error,
        )
      }
      throw diskFault(error, given)
    },
  )
  return ofFile(given, () => readPreset(content))
}

/**
 * Whether captions contain speaker names in their text; if not given, the preset decides; if omitted, the
 * transcript's rules do. Throws `usage.bad-option`.
 */
export function readCaptionNames(
  invocation: Invocation,
  preset: Preset | null,
): { readonly captionNames?: CaptionNames } {
  const captionNames = choice(invocation, 'names', nameChoices) ?? preset?.names
  return captionNames === undefined ? {} : { captionNames }
}

/**
 * A preset's rules for a language, on the frames of a video. Throws `preset.unreadable` if those of a file contradict
 * each other.
 */
export function rulesOf(preset: Preset, language: string, frames: VideoFrames | undefined): CaptionRules {
  return rulesOnFrames(
    ofFile(preset.id, () => preset.rulesFor(language)),
    preset.frameRate,
    frames,
  )
}

/**
 * The document with its captions re-segmented by a preset, and its export options; unchanged without a
 * preset.
 * @param translation the language to write, if it is not the document's own
 */
export function cutByPreset(
  document: DocumentWithExtras,
  preset: Preset | null,
  translation?: string,
): CutDocument {
  const translated = translation === undefined ? {} : { translation }
  if (preset === null) return { document, options: translated, inLanguages: {} }
  const { language, frames } = document.transcript
  const { frameRate } = preset
  const rules = rulesOf(preset, language, frames)
  const options = {
    rules,
    ...translated,
    ...(translation === undefined ? {} : { translationRules: rulesOf(preset, translation, frames) }),
    // A video has its own.
    ...(frameRate === null || frames !== undefined ? {} : { frameRate }),
  }
  const rulesIn = (other: string): CaptionRules => rulesOf(preset, other, frames)
  return { document: recutDocument(document), options, inLanguages: { rulesIn } }
}

interface CutDocument {
  readonly document: DocumentWithExtras
  readonly options: Pick<MakeExportOptions, 'rules' | 'frameRate' | 'translation' | 'translationRules'>
  /** For films with a track for each language. */
  readonly inLanguages: Pick<VideoChoices, 'rulesIn'>
}

/** The language given by `--translation`, in the document's notation. Throws `translation.unknown`. */
export function translationOption(
  invocation: Invocation,
  { transcript }: Pick<DocumentWithExtras, 'transcript'>,
): string | undefined {
  const given = text(invocation, 'translation')
  if (given === undefined) return undefined
  const known = translationLanguages(transcript)
  const found = known.find((language) => language.toLowerCase() === given.toLowerCase())
  if (found !== undefined) return found
  throw new Fault('translation.unknown', { language: given, known: known.join(', ') || 'none' })
}

/**
 * Whether films get a track for each language. Throws `usage.bad-option` together with `--translation`,
 * `format.no-option` if none of the films supports several.
 */
export function allLanguagesOption(invocation: Invocation, asked: readonly string[]): boolean {
  if (!isOn(invocation, 'all-languages')) return false
  const option = '--all-languages'
  if (text(invocation, 'translation') !== undefined) {
    throw new Fault('usage.bad-option', { option: `${option} --translation`, verb: invocation.verb })
  }
  if (!asked.includes('mp4') && !asked.includes('mkv')) {
    throw new Fault('format.no-option', { option, formats: asked.join(', ') })
  }
  return true
}

function ofFile<Result>(file: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UnreadablePreset)) throw error
    throw new Fault('preset.unreadable', { file }, error.message, error)
  }
}
