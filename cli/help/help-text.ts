import { presetIds } from '#core/captions/presets/presets'
import type { ProgramLanguage } from '#core/messages/messages'
import type { Verb } from '../verbs/verb.ts'
import { withFormats } from './format-lists.ts'

/** What `parolo VERB --help` prints. */
export function helpText({ help }: Verb, language: ProgramLanguage): string {
  return withFormats(help[language].text, language).replaceAll('{presets}', presetIds.join(', '))
}
