import type { CallInput } from '#contracts/calls/calls'
import type { Preferences } from '#contracts/preferences'
import type { RecordingType } from '#core/recording/journal-entry'
import type { ListedInput } from '../capture/list-inputs.ts'
import type { SourceSlot } from '../running/source-slot.ts'

type Remembered = Preferences['recorder']

/** The form of a new recording. It excludes consent, which is given each time. */
export interface RecordingForm {
  readonly title: string
  readonly language: string
  /** As typed. */
  readonly people: string
  readonly type: RecordingType
  readonly transcribes: boolean
  /** Text while recording. */
  readonly liveText: boolean
}

const DATE = '{date}'
const MAX_PEOPLE = 64

export function formOf(
  remembered: Remembered,
  defaultTitle: (date: string) => string,
  date: string,
): RecordingForm {
  const {
    title,
    language = 'auto',
    people = null,
    type = 'meeting',
    transcribes = true,
    liveText = true,
  } = remembered
  return {
    title: title === undefined ? defaultTitle(date) : title.replaceAll(DATE, date),
    language,
    people: people === null ? '' : String(people),
    type,
    transcribes,
    liveText,
  }
}

/** Null if it is not a number of people; `undefined` if nothing was typed. */
export function readPeople(typed: string): number | null | undefined {
  if (typed.trim() === '') return undefined
  const number = Number(typed)
  return Number.isInteger(number) && number >= 1 && number <= MAX_PEOPLE ? number : null
}

/** What to remember for the next time: the day in the title is replaced by the next one's. */
export function rememberedOf(
  form: RecordingForm,
  date: string,
  defaultTitle: string,
  slots: readonly SourceSlot[],
  inputs: readonly ListedInput[],
): Remembered {
  const labelOf = (chosen: string | null): string =>
    inputs.find(({ deviceId }) => deviceId === chosen)?.label ?? ''
  const on = slots.filter(({ state }) => state === 'on')
  const system = on.find(({ role }) => role === 'system')
  return {
    microphones: on.filter(({ role }) => role === 'microphone').map(({ chosen }) => labelOf(chosen)),
    system: system === undefined ? 'off' : system.chosen === null ? 'shared' : 'input',
    systemInput: labelOf(system?.chosen ?? null),
    // The default name is in the current language.
    ...(form.title === defaultTitle ? {} : { title: form.title.replaceAll(date, DATE) }),
    language: form.language,
    people: readPeople(form.people) ?? null,
    type: form.type,
    transcribes: form.transcribes,
    liveText: form.liveText,
  }
}

/** Settings of the transcript after Stop; the model is that of the last task. */
export function transcriptChoice(
  form: RecordingForm,
  last: Preferences['job'],
): CallInput<'jobs.start'>['settings'] {
  return { ...last, language: form.language, speakers: readPeople(form.people) ?? null }
}
