import type { CueProblem } from '#core/captions/cue-problems'
import type { Cue } from '#core/captions/cues'
import type { Preset } from '#core/captions/presets/preset'
import { captionNamesOf, presetOf } from '#core/captions/presets/transcript-rules'
import { translatedCues, translatedProblems } from '#core/captions/translations/translated-cues'
import { documentCues } from '#core/formats/document-cues'
import type { DocumentWithExtras, Loss } from '#core/formats/format'
import { translationLosses } from '#core/formats/losses'
import { rulesOf } from '../../options/preset-option.ts'

export interface CheckedTranslation {
  readonly preset: string
  readonly cues: readonly Cue[]
  readonly problems: readonly (readonly CueProblem[])[]
  /** Captions without a translation, and translations without a caption. */
  readonly losses: readonly Loss[]
}

/**
 * The captions of a translation as exported, and their problems; by the transcript's rules unless a preset is
 * given. Gaps are the original's and do not count. Throws `preset.unreadable`.
 */
export function checkTranslation(
  document: DocumentWithExtras,
  language: string,
  preset: Preset | null,
): CheckedTranslation {
  const { transcript } = document
  const names = preset?.names ?? captionNamesOf(transcript, 'never')
  const rules = preset === null ? {} : { rules: rulesOf(preset, transcript.language, transcript.frames) }
  const original = documentCues(document, { speakerLabel: String, ...rules }, names)
  const own = preset === null ? undefined : rulesOf(preset, language, transcript.frames)
  const translated = translatedCues(transcript, original, language, own)
  return {
    preset: (preset ?? presetOf({ ...transcript, language })).id,
    cues: translated.shown.map(({ cue }) => cue),
    problems: translatedProblems(translated),
    losses: translationLosses(translated),
  }
}
