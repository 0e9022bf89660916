import { presetIds } from '#core/captions/presets/presets'
import type { ProgramLanguage } from '#core/messages/messages'
import type { Verb } from '../verbs/verb.ts'
import { withFormats } from './format-lists.ts'
import { layOut } from './lay-out.ts'

/** What `parolo VERB --help` prints, in lines at most `columns` wide. */
export function helpText({ help }: Verb, language: ProgramLanguage, columns?: number): string {
  return layOut(
    withFormats(help[language].text, language).replaceAll('{presets}', presetIds.join(', ')),
    columns,
  )
}
