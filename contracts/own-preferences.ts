import { z } from 'zod'
import { recordingTypes } from '#core/recording/journal-entry'
import { recordingKinds } from '#core/captions/presets/default-rules'
import { MAX_PAIR_TEXT, MAX_PAIRS } from '#core/find/pair-files'
import { isOwnPreset, type OwnPreset } from '#core/captions/presets/own-preset'
import { MAX_TEMPLATE_LENGTH } from '#core/formats/minutes/minutes-template'
import { defaultPreferences as defaults } from './default-preferences.ts'
import { OutputOptions, SoundChoices, TranscribeSettings } from './settings.ts'

/** Schemas of the preferences of kind `own`: those of a shape that no other has. */
export const ownPreferences = {
  /**
   * Values offered in the dialog before a job: the ones chosen last; the number of speakers is specific to
   * each recording.
   */
  job: TranscribeSettings.pick({ language: true, model: true, voiceModel: true, quick: true })
    .partial()
    .default(defaults.job),
  /**
   * Speech models by language (ISO 639), where one other than the last chosen is wanted; unknown ids are
   * ignored.
   */
  modelByLanguage: z.record(z.string().regex(/^[a-z]{2,3}$/), z.string()).default(defaults.modelByLanguage),
  /** Recommendations that the person does not want to see again, as `LANGUAGE:MODEL`. */
  declinedModels: z.array(z.string().max(200)).max(500).readonly().default(defaults.declinedModels),
  /** The last choices for a new recording; consent is asked for each time. */
  recorder: z
    .object({
      /** Labels of the microphone devices; empty for the system's default. */
      microphones: z.array(z.string().max(1_000)).max(8),
      /** The computer's own sound: `input` by an input's label, `shared` by the system's own capture. */
      system: z.enum(['off', 'shared', 'input']),
      systemInput: z.string().max(1_000),
      /** `{date}` is replaced by the day. */
      title: z.string().max(300),
      language: z.string().regex(/^(auto|[a-z]{2,3})$/),
      people: z.number().int().min(1).max(64).nullable(),
      type: z.enum(recordingTypes),
      transcribes: z.boolean(),
      /** Text while recording. */
      liveText: z.boolean(),
    })
    .partial()
    .default(defaults.recorder),
  /** The last choices for exported files; an offset belongs to one recording. */
  exports: z
    .object({
      names: z.boolean(),
      times: z.boolean(),
      firstPage: z.boolean(),
      wholeText: z.boolean(),
      output: OutputOptions.omit({ offsetMs: true }),
      sound: SoundChoices,
      /** Those saved last from each view, and from the library; unknown ones are ignored. */
      formats: z.partialRecord(
        z.enum(['text', 'captions', 'minutes', 'library']),
        z.array(z.string().max(40)).max(100),
      ),
    })
    .partial()
    .default(defaults.exports),
  /** Caption rule presets made by the person, with unique names; a transcript stores a copy of one. */
  captionPresets: z
    .array(z.custom<OwnPreset>(isOwnPreset, 'not a preset of caption rules'))
    .max(100)
    .refine((own) => new Set(own.map(({ name }) => name)).size === own.length, 'a name is there twice')
    .readonly()
    .default(defaults.captionPresets),
  /** Caption rules of new recordings by kind: a preset's id, or `own NAME`; ones that no longer exist are ignored. */
  captionRulesByKind: z
    .partialRecord(z.enum(recordingKinds), z.string().min(1).max(200))
    .default(defaults.captionRulesByKind),
  /** The list of what is replaced by what; `isOn`: ticked. */
  replacePairs: z
    .array(
      z.object({ find: z.string().max(MAX_PAIR_TEXT), by: z.string().max(MAX_PAIR_TEXT), isOn: z.boolean() }),
    )
    .max(MAX_PAIRS)
    .readonly()
    .default(defaults.replacePairs),
  /**
   * Template of the minutes (`core/formats/minutes/minutes-template.ts`); empty: the default one of the
   * text's language.
   */
  minutesTemplate: z.string().max(MAX_TEMPLATE_LENGTH).default(defaults.minutesTemplate),
  /** How long the person takes for a place in the list to check. */
  checkingPace: z
    .object({ placeMs: z.number().int().positive(), places: z.number().int().nonnegative() })
    .default(defaults.checkingPace),
  /** Address of the folder for published files, as last typed. */
  publishAddress: z.string().max(4_000).default(defaults.publishAddress),
  /** A person's shortcuts for an action, replacing its defaults: `Mod+Shift+S`, `F13`, … */
  keys: z.record(z.string(), z.array(z.string())).default(defaults.keys),
}
