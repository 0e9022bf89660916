import { IntlMessageFormat } from 'intl-messageformat'
import { en, type MessageKey } from './en.ts'
import { fr } from './fr.ts'
import type { ProgramLanguage } from '../language/program-language.ts'

export type { MessageKey } from './en.ts'
export type { ProgramLanguage } from '../language/program-language.ts'

export type MessageValues = Readonly<Record<string, string | number>>

const catalogs: Readonly<Record<ProgramLanguage, Readonly<Record<MessageKey, string>>>> = { en, fr }
const compiled = new Map<string, IntlMessageFormat>()

/** The message for `key`; placeholders without a value are shown as `none`. */
export function say(language: ProgramLanguage, key: MessageKey, values: MessageValues = {}): string {
  const cacheKey = `${language} ${key}`
  let message = compiled.get(cacheKey)
  if (!message) {
    message = new IntlMessageFormat(catalogs[language][key], language)
    compiled.set(cacheKey, message)
  }
  const complete = new Proxy(values, {
    get: (target, name) => (typeof name === 'string' && name in target ? target[name] : 'none'),
    has: () => true,
  })
  return String(message.format(complete))
}

export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}

/** The language of the user interface for a system locale such as `fr_CA.UTF-8`. */
export function programLanguage(locale: string | undefined): ProgramLanguage {
  return /^fr\b|^fr[_-]/iu.test(locale ?? '') ? 'fr' : 'en'
}
