import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { en, type MessageKey } from './en.ts'
import { fr } from './fr.ts'
import { hasMessage, programLanguage, say } from './messages.ts'

const keys = Object.keys(en) as MessageKey[]
const catalogs = { en, fr }

/** Names of the values that a message takes, including those inside its choices. */
function placeholders(text: string): string[] {
  const names = new Set<string>()
  const visit = (nodes: readonly object[]): void => {
    for (const node of nodes) {
      if ('type' in node && 'value' in node && Number(node.type) > 0 && Number(node.type) !== 7)
        names.add(String(node.value))
      if (!('options' in node)) continue
      for (const option of Object.values(node.options as Record<string, { value: readonly object[] }>))
        visit(option.value)
    }
  }
  visit(new IntlMessageFormat(text, 'en').getAst())
  return [...names].sort()
}

describe('the catalogues', () => {
  it('say the same things', () => {
    expect(Object.keys(fr).sort()).toEqual([...keys].sort())
  })

  it.each(keys)('%s takes the same values in both languages, and is said in each', (key) => {
    expect(placeholders(fr[key])).toEqual(placeholders(en[key]))
    const values = Object.fromEntries(placeholders(en[key]).map((name) => [name, 3]))
    for (const language of ['en', 'fr'] as const) {
      const said = say(language, key, values)
      expect(said).not.toBe('')
      expect(said).not.toMatch(/[{}]/u)
    }
  })

  it('are written as each language is: typographic apostrophes, French spaces', () => {
    for (const key of keys) {
      expect(fr[key]).not.toMatch(/\p{L}'\p{L}/u)
      // The spaces before : ; ! ? » and after « are no-break spaces.
      expect(fr[key]).not.toMatch(/ [:;!?»]|« /u)
      // Nor is a number ever parted from its unit.
      expect(fr[key]).not.toMatch(/[}\d] (?:s|ms|min|dB|Hz|ko|Mo|Go|Wh|%)(?![\p{L}’])/u)
    }
  })

  it('have words in plural and singular', () => {
    expect(say('en', 'show.words', { count: 1 })).toBe('1 word')
    expect(say('en', 'show.words', { count: 2 })).toBe('2 words')
    expect(say('fr', 'show.words', { count: 0 })).toBe('0 mot')
    expect(say('fr', 'show.words', { count: 2000 })).toMatch(/^2\s000 mots$/u)
  })
})

describe('say', () => {
  it('writes numbers that are inserted as they are with the decimal sign of the language', () => {
    expect(say('fr', 'rec.level', { db: -5.7 })).toBe('-5,7\u00A0dB')
    expect(say('en', 'rec.level', { db: -5.7 })).toBe('-5.7 dB')
  })

  it('writes times with the decimal sign of the language', () => {
    const times = { title: 'Atelier', from: { timeMs: 13_500 }, to: { timeMs: 3_723_250 } }
    expect(say('fr', 'error.transcript.part', times)).toBe(
      'Seul le passage de 0:13,5 à 1:02:03,25 de «\u00A0Atelier\u00A0» a été transcrit.',
    )
    expect(say('en', 'error.transcript.part', times)).toContain('Only 0:13.5 to 1:02:03.25 of')
  })

  it('leaves a file name as it is, braces and all', () => {
    for (const file of ['{a}.mp3', "it's.mp3", '<b>.mp3', '#.mp3', '100 %.mp3']) {
      expect(say('en', 'error.media.not-found', { file })).toBe(`${file} was not found.`)
    }
  })

  it('says how much is missing on a full disk where it is known', () => {
    expect(say('en', 'error.disk.full')).toBe('The disk is full.')
    expect(say('en', 'error.disk.full', { neededMegabytes: 80, freeMegabytes: 3 })).toContain(
      '80 MB are needed, 3 MB',
    )
  })

  it.each(catalogs.en['error.ffmpeg.missing'] ? (['linux', 'darwin', 'win32', 'freebsd'] as const) : [])(
    'says how to get ffmpeg on %s',
    (platform) => {
      const how = {
        linux: 'apt install',
        darwin: 'brew install',
        win32: 'winget install',
        freebsd: 'packages',
      }
      expect(say('en', 'error.ffmpeg.missing', { platform })).toContain(how[platform])
      expect(say('fr', 'error.ffmpeg.missing', { platform })).toMatch(/ffmpeg/u)
    },
  )
})

describe('hasMessage', () => {
  it('knows what is there', () => {
    expect(hasMessage('error.internal')).toBe(true)
    expect(hasMessage('error.nothing')).toBe(false)
    expect(hasMessage('toString')).toBe(false)
  })
})

describe('programLanguage', () => {
  it.each([
    ['fr_FR.UTF-8', 'fr'],
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['FR_be', 'fr'],
    ['fry_NL', 'en'],
    ['fro', 'en'],
    ['en_GB', 'en'],
    ['C', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ] as const)('%s is %s', (locale, language) => {
    expect(programLanguage(locale)).toBe(language)
  })
})
