import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import { type Locale, localeFor } from '#core/notation/locale'
import {
  type MessageKey,
  type MessageValues,
  programLanguage,
  type ProgramLanguage,
  say,
} from '#core/messages/messages'

export type Say = (key: MessageKey, values?: MessageValues) => string

const LanguageContext = createContext<ProgramLanguage>('en')

export interface WordsProps {
  readonly language: ProgramLanguage
  readonly children: ReactNode
}

/** Provides the language of the program to all components below. */
export function Words({ language, children }: WordsProps) {
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={localeOf(language)}>{children}</I18nProvider>
    </LanguageContext>
  )
}

export function useLanguage(): ProgramLanguage {
  return useContext(LanguageContext)
}

/** `(key, values) => string` in the language of the program. */
export function useSay(): Say {
  const language = useLanguage()
  return useMemo(() => (key, values) => say(language, key, values), [language])
}

/** The user's choice, else the language of the browser or system. */
export function chosenLanguage(
  preference: 'system' | ProgramLanguage,
  systemLanguage: string,
): ProgramLanguage {
  return preference === 'system' ? programLanguage(systemLanguage) : preference
}

/** The browser's locale if it has the language of the program, else the usual one of that language. */
export function localeOf(language: ProgramLanguage, systemLanguage: string = navigator.language): Locale {
  return localeFor(language, systemLanguage)
}

/** The locale in which numbers and dates are written. */
export function useLocale(): Locale {
  return localeOf(useLanguage())
}
