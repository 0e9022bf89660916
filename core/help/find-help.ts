import { foldAccents } from '../find/folded-text.ts'
import type { HelpPage } from './help-pages.ts'

/** What stands below one heading of a page, as Markdown without the heading. */
export interface HelpSection {
  readonly page: HelpPage
  /** Title of the page. */
  readonly title: string
  /** Title of the section; empty above the first one. */
  readonly heading: string
  readonly text: string
}

/** Parts a page at its headings. Links between the languages of a page are left out. */
export function helpSections(page: HelpPage, markdown: string): HelpSection[] {
  const title = /^# (?<title>.+)$/mu.exec(markdown)?.groups?.['title'] ?? page
  return markdown
    .replace(/^# .+\n+(?:\[(?:English|Français)\]\([^)]*\)\n+)?/u, '')
    .split(/^(?=## )/mu)
    .map((part) => {
      const [, heading = '', text = ''] = /^(?:## (.+)\n)?([^]*)$/u.exec(part) ?? []
      return { page, title, heading, text: text.trim() }
    })
    .filter(({ heading, text }) => heading !== '' || text !== '')
}

/**
 * The sections that have each of the words, whatever their case and accents; those with a word in a title first,
 * else in the order of the pages. None for no words.
 */
export function findHelp(sections: readonly HelpSection[], words: string): HelpSection[] {
  const wanted = folded(words).split(/\s+/u).filter(Boolean)
  if (wanted.length === 0) return []
  const has = (text: string, word: string): boolean => folded(text).includes(word)
  const found = sections.filter(({ title, heading, text }) =>
    wanted.every((word) => has(`${title}\n${heading}\n${text}`, word)),
  )
  const inTitle = ({ title, heading }: HelpSection): boolean =>
    wanted.some((word) => has(`${title}\n${heading}`, word))
  return [...found.filter(inTitle), ...found.filter((section) => !inTitle(section))]
}

function folded(text: string): string {
  return foldAccents(text).toLowerCase()
}
