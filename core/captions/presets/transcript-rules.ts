import type { CaptionSettings } from '../../transcript/caption-settings.ts'
import { framesPerSecond, type FrameGrid, gridOfRate, gridOfVideo } from '../../frames/video-frames.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { CaptionNames } from '../caption-names.ts'
import type { CaptionRules } from '../caption-rules.ts'
import { presetFrom, UnreadablePreset } from './preset-file.ts'
import type { Preset } from './preset.ts'
import { isPresetId, presets } from './presets.ts'
import { rulesOnFrames } from './rules-on-frames.ts'

/**
 * The parts of a transcript that determine its rules; with another language, those of its captions in that
 * language.
 */
export type RuledTranscript = Pick<Transcript, 'language' | 'captionRules' | 'frames'>

// Settings never change in place, so the same object has the same rules; CueParts compares rules by identity.
const known = new WeakMap<CaptionSettings, Map<string, Preset>>()

/**
 * The rules of a transcript's captions, on the page, in exports and on the command line; the same object for
 * the same settings and language. Never throws: settings that this version cannot read are replaced by the
 * default rules.
 */
export function rulesOf(transcript: RuledTranscript): CaptionRules {
  const preset = presetOf(transcript)
  return rulesOnFrames(preset.rulesFor(transcript.language), preset.frameRate, transcript.frames)
}

/**
 * The frames in which a transcript's captions are counted: those of its video, whatever the preset; without a video
 * those of the preset. Null if the preset counts in none, or if the video's rate varies.
 */
export function frameGridOf(transcript: RuledTranscript): FrameGrid | null {
  const { frames } = transcript
  return frames === undefined ? gridOfRate(presetOf(transcript).frameRate) : gridOfVideo(frames)
}

/** The transcript's preset with its changed rules, frame rate and names; `netflix` without or with unreadable settings. */
export function presetOf({ language, captionRules }: Omit<RuledTranscript, 'frames'>): Preset {
  if (captionRules === undefined) return presets.netflix
  const byLanguage = known.get(captionRules) ?? new Map<string, Preset>()
  known.set(captionRules, byLanguage)
  const before = byLanguage.get(language)
  if (before !== undefined) return before
  const preset = readSettings(captionRules, language) ?? presets.netflix
  byLanguage.set(language, preset)
  return preset
}

/**
 * Frames per second of a transcript's captions: its video's, also if its rate varies. Without a video those of its
 * rules; undefined for default rules and for rules that do not count in frames.
 */
export function captionFrameRate(transcript: RuledTranscript): number | undefined {
  if (transcript.frames !== undefined) return framesPerSecond(transcript.frames)
  return transcript.captionRules === undefined ? undefined : (presetOf(transcript).frameRate ?? undefined)
}

/** Names in the captions of a transcript: from its settings, else `preferred`. */
export function captionNamesOf(
  { captionRules }: Pick<Transcript, 'captionRules'>,
  preferred: CaptionNames,
): CaptionNames {
  return captionRules?.names ?? preferred
}

/** Null if the preset is unknown, or a rule is unknown, out of range or contradicts another. */
function readSettings(settings: CaptionSettings, language: string): Preset | null {
  const { preset: id, base = id, frameRate, names, changes } = settings
  if (!isPresetId(base)) return null
  try {
    const preset = presetFrom({ ...changes, id, base, frameRate, names })
    const own = preset.rulesFor(language)
    // A built-in preset keeps the id of its rules, by which the page names them.
    const rules = settings.base === undefined ? { ...own, id: presets[base].rulesFor(language).id } : own
    return {
      ...preset,
      rulesFor: (other) => (other === language ? rules : preset.rulesFor(other)),
    }
  } catch (error) {
    if (error instanceof UnreadablePreset) return null
    throw error
  }
}
