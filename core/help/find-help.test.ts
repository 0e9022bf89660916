import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { findHelp, helpSections } from './find-help.ts'
import { helpFile, helpLanguage, helpPageOf, helpPages } from './help-pages.ts'

const docs = path.join(import.meta.dirname, '../../docs')
const sectionsIn = (language: 'en' | 'fr') =>
  helpPages.flatMap((page) =>
    helpSections(page, readFileSync(path.join(docs, helpFile(page, language)), 'utf8')),
  )

it.each(['en', 'fr'] as const)('every page exists and has sections with text (%s)', (language) => {
  for (const page of helpPages) {
    const own = sectionsIn(language).filter((section) => section.page === page)
    expect(own.length).toBeGreaterThan(1)
    for (const { title, text } of own) {
      expect(title).not.toBe('')
      expect(text).not.toMatch(/^\[(?:English|Français)\]/u)
    }
  }
})

it('finds sections by all words, whatever their case and accents, those with one in a title first', () => {
  const found = findHelp(sectionsIn('fr'), 'OCCULTE mots')
  expect(found[0]).toMatchObject({ page: 'privacy', heading: 'Occulter' })
  expect(findHelp(sectionsIn('en'), 'loudness lufs')[0]).toMatchObject({
    page: 'podcasts',
    heading: 'Loudness',
  })
  expect(findHelp(sectionsIn('en'), ' ')).toEqual([])
  expect(findHelp(sectionsIn('en'), 'redaction xyzzy')).toEqual([])
})

it('pages without a French text are in English; links are understood in both folders', () => {
  expect(helpLanguage('models', 'fr')).toBe('en')
  expect(helpFile('captions', 'fr')).toBe('fr/captions.md')
  expect(helpPageOf('../fr/podcasts.md')).toBe('podcasts')
  expect(helpPageOf('models.md#safe')).toBe('models')
  expect(helpPageOf('../../bench/RESULTS.md')).toBeUndefined()
})
