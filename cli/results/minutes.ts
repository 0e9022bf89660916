import { Fault } from '#contracts/errors'
import type { DocumentWithExtras, MinutesOptions } from '#core/formats/format'
import { type FormatId, formats } from '#core/formats/formats'
import { minutesOptions } from '#studio/export/minutes-options'
import type { Studio } from '#studio/studio'
import { type Invocation, isOn } from '../options/arguments.ts'

/** The minutes options, if minutes are among the formats. */
export async function readMinutes(
  invocation: Invocation,
  studio: Studio,
  formatsAsked: readonly FormatId[],
  { transcript }: DocumentWithExtras,
): Promise<{ readonly minutes?: MinutesOptions }> {
  if (!formatsAsked.some((id) => formats[id].choices.minutes === true)) return {}
  return {
    minutes: await minutesOptions(studio.library, transcript, { wholeText: isOn(invocation, 'whole-text') }),
  }
}

/** Throws `format.no-option` for `--whole-text` without minutes. */
export function checkWholeText(invocation: Invocation, formatsAsked: readonly FormatId[]): void {
  if (!isOn(invocation, 'whole-text')) return
  if (formatsAsked.some((id) => formats[id].choices.minutes === true)) return
  throw new Fault('format.no-option', { option: '--whole-text', formats: formatsAsked.join(', ') })
}
