import type { ProgramLanguage } from '../language/program-language.ts'

/** The pages of docs for people, in the order in which they are listed. */
export const helpPages = [
  'start',
  'podcasts',
  'captions',
  'recording',
  'cutting',
  'speakers',
  'privacy',
  'models',
  'formats',
  'command-line',
  'archives',
] as const

export type HelpPage = (typeof helpPages)[number]

const inFrench: ReadonlySet<string> = new Set<HelpPage>([
  'start',
  'podcasts',
  'captions',
  'recording',
  'privacy',
])

/** A page's file below `docs/`; pages that are not in French are in English. */
export function helpFile(page: HelpPage, language: ProgramLanguage): string {
  return `${helpLanguage(page, language)}/${page}.md`
}

export function helpLanguage(page: HelpPage, language: ProgramLanguage): ProgramLanguage {
  return language === 'fr' && inFrench.has(page) ? 'fr' : 'en'
}

/** The page that is meant by a link from another one; undefined for other files of the project. */
export function helpPageOf(link: string): HelpPage | undefined {
  const name = /^(?:\.\.\/(?:en|fr)\/)?(?<name>[a-z-]+)\.md(?:#.*)?$/u.exec(link)?.groups?.['name']
  return helpPages.find((page) => page === name)
}
