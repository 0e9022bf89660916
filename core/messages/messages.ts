import { IntlMessageFormat } from 'intl-messageformat'
import { en, type MessageKey } from './en.ts'
import { fr } from './fr.ts'
import { formatTyped } from '../notation/numbers.ts'
import { typedTime } from '../sound/parse-time.ts'
import type { ProgramLanguage } from '../language/program-language.ts'

export type { MessageKey } from './en.ts'
export type { ProgramLanguage } from '../language/program-language.ts'

/** A position in a recording, written in the language of the message: `0:13.5`, `0:13,5`. */
export interface TimeValue {
  readonly timeMs: number
}

export type MessageValues = Readonly<Record<string, string | number | TimeValue>>

const catalogs: Readonly<Record<ProgramLanguage, Readonly<Record<MessageKey, string>>>> = { en, fr }
const compiled = new Map<string, IntlMessageFormat>()

/** The message for `key`; placeholders without a value are shown as `none`. */
export function say(language: ProgramLanguage, key: MessageKey, values: MessageValues = {}): string {
  const cacheKey = `${language} ${key}`
  let message = compiled.get(cacheKey)
  if (!message) {
    message = new IntlMessageFormat(catalogs[language][key], language)
    markPlainValues(message.getAst())
    compiled.set(cacheKey, message)
  }
  const complete = new Proxy<Record<string, string | number>>(
    {},
    {
      get(_, name) {
        if (typeof name !== 'string') return 'none'
        const isPlain = name.startsWith(PLAIN)
        const value = values[isPlain ? name.slice(PLAIN.length) : name] ?? 'none'
        if (typeof value === 'object') return typedTime(value.timeMs, language)
        return isPlain && typeof value === 'number' ? formatTyped(value, language) : value
      },
      has: () => true,
    },
  )
  return String(message.format(complete))
}

/** Marks the name of a value that is inserted as it is, unlike one that decides on a form or counts. */
const PLAIN = '='
/** `TYPE.argument` of the parser, whose enumeration is not exported. */
const ARGUMENT: number = 1

/** Numbers inserted as they are would be written with a point in every language. */
function markPlainValues(elements: ReturnType<IntlMessageFormat['getAst']>): void {
  for (const element of elements) {
    // oxlint-disable-next-line typescript/no-unsafe-enum-comparison -- its enumeration is not exported
    if (element.type === ARGUMENT && 'value' in element) element.value = `${PLAIN}${element.value}`
    if ('options' in element)
      for (const option of Object.values(element.options)) markPlainValues(option.value)
    if ('children' in element) markPlainValues(element.children)
  }
}

export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}

/** The language of the user interface for a system locale such as `fr_CA.UTF-8`. */
export function programLanguage(locale: string | undefined): ProgramLanguage {
  return /^fr\b|^fr[_-]/iu.test(locale ?? '') ? 'fr' : 'en'
}
