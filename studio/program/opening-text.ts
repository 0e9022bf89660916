import { byteSize } from '#core/notation/sizes'
import { type ProgramLanguage, say } from '#core/messages/messages'
import type { OpeningStep } from '../library/opening-step.ts'

/**
 * Text shown while a large library is prepared: `Copying the library before it is changed: 3.1 of 5.5 GB`.
 */
export function openingText({ step, doneBytes, totalBytes }: OpeningStep, language: ProgramLanguage): string {
  const total = byteSize(totalBytes, language)
  return say(language, `opening.${step}`, { done: byteSize(doneBytes, language), total })
}
