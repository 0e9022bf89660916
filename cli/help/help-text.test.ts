import { describe, expect, it } from 'vitest'
import type { ProgramLanguage } from '#core/messages/messages'
import { commonOptions } from '../options/option-groups.ts'
import { verbs } from '../verbs/verbs.ts'
import { helpText } from './help-text.ts'
import { overview } from './overview.ts'

const languages = ['en', 'fr'] as const satisfies readonly ProgramLanguage[]

describe.each(languages)('help in %s', (language) => {
  it.each(verbs)('of $name names every option', (verb) => {
    const words = helpText(verb, language).split(/[^\w-]+/u)
    // Those of every command are in the overview, and a default is not named where its opposite is.
    const named = [
      ...Object.keys(commonOptions),
      ...words.flatMap((word) => [word.replace(/^--/u, ''), word.replace(/^--no-/u, '')]),
    ]
    expect(Object.keys(verb.options).filter((name) => !named.includes(name))).toEqual([])
  })

  it('has at most 3 sentences of 100 with over 25 words', () => {
    const sentences = verbs.flatMap(({ help }) => sentencesOf(help[language].text))
    const long = sentences.filter((sentence) => (sentence.match(/\p{L}+/gu) ?? []).length > 25)
    expect(long.length).toBeLessThanOrEqual(0.03 * sentences.length)
  })

  it('has lines that fit a terminal, with the same words in a small one', () => {
    for (const print of [
      ...verbs.map((verb) => (columns?: number) => helpText(verb, language, columns)),
      (columns?: number) => overview(verbs, language, columns),
    ]) {
      expect(
        print()
          .split('\n')
          .filter((line) => line.length > 100),
      ).toEqual([])
      expect(
        print(72)
          .split('\n')
          .filter((line) => line.length > 72),
      ).toEqual([])
      expect(print(72).split(/\s+/u)).toEqual(print(300).split(/\s+/u))
    }
  })
})

/** Sentences of paragraphs and of what is said of entries; usage and lists of formats have none. */
function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !/^(?:Usage| {6})/u.test(line))
    .map((line) => line.replace(/^ {2}\S.*? {2}/u, '').replaceAll(/\{\w+\}/gu, ''))
    .flatMap((line) => line.split(/(?<=[.!?:])\s+/u))
    .filter((sentence) => /\p{L}{2}/u.test(sentence))
}
