import { describe, expect, it } from 'vitest'
import { howItWorks } from './how-it-works.ts'
import { parseInline } from './inline.ts'
import type { Block, Section } from './page-text.ts'
import { readingEase, syllablesOf } from './testing/reading-ease.ts'

/** 60 and more is plain language; these texts are for everybody. */
const LEAST = { page: 80, section: 70 }

/** Technical terms: each is explained where it first occurs, and only these are used. */
const explained = { en: ['model', 'passage', 'weights'], fr: ['modèle', 'passage', 'poids'] } as const
const unexplained = {
  en: /\b(?:algorithm|artificial intelligence|AI|API|corpus|dataset|decod\w+|diariz\w+|embedding|GPU|inference|neural|parameter|phoneme|speech recognition|spectrogram|token|training|WER|word error rate)s?\b/iu,
  fr: /(?<!\p{L})(?:algorithme|intelligence artificielle|IA|API|corpus|décod\p{L}+|diaris\p{L}+|GPU|inférence|neuron\p{L}*|paramètre|phonème|reconnaissance vocale|spectrogramme|jeton|entraîne\p{L}*|apprentissage|locuteur|WER)s?(?!\p{L})/iu,
} as const

const plain = (text: string): string =>
  parseInline(text)
    .map((part) => (part.kind === 'source' ? '' : part.text))
    .join('')

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'text':
    case 'quote':
      return [block.text]
    case 'list':
      return [...block.items]
    case 'steps':
      return block.steps.map(({ text }) => text)
    case 'figures':
      return []
    case 'cost':
      return []
  }
}

const sectionTexts = ({ blocks }: Section): string[] => blocks.flatMap(textsOf)

describe.each(['en', 'fr'] as const)('the pages in %s', (language) => {
  const page = howItWorks[language]

  it('are in plain language, as a whole and section by section', () => {
    const whole = page.sections.flatMap(sectionTexts).map(plain).join(' ')
    expect(readingEase(whole, language)).toBeGreaterThanOrEqual(LEAST.page)
    const hard = page.sections
      .map((section) => ({
        id: section.id,
        ease: readingEase(sectionTexts(section).map(plain).join(' '), language),
      }))
      .filter(({ ease }) => ease < LEAST.section)
    expect(hard).toEqual([])
  })

  it('explain each word of the field where it comes first, and use no other', () => {
    const texts = [page.intro, ...page.sections.flatMap(sectionTexts)]
    const missing = explained[language].filter((word) => {
      const first = texts.find((text) => new RegExp(`(?<!\\p{L})${word}`, 'iu').test(plain(text))) ?? ''
      return !parseInline(first).some((part) => part.kind === 'term' && part.text.startsWith(word))
    })
    expect(missing).toEqual([])
    expect(texts.map(plain).filter((text) => unexplained[language].test(text))).toEqual([])
  })
})

it.each([
  ['en', 'time', 1],
  ['en', 'recording', 3],
  ['en', 'measured', 2],
  ['en', 'model', 2],
  ['fr', 'parole', 2],
  ['fr', 'enregistrement', 4],
  ['fr', 'voix', 1],
  ['fr', 'l’air', 1],
] as const)('%s: %s has %i syllables', (language, word, count) => {
  expect(syllablesOf(word, language)).toBe(count)
})

it('a hard text is found to be hard', () => {
  const hard =
    'Notwithstanding considerable methodological heterogeneity, contemporary recognition architectures demonstrate substantially deteriorated generalization characteristics.'
  expect(readingEase(hard, 'en')).toBeLessThan(20)
})
