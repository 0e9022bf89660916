import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { formatIds, formatList } from '#core/formats/formats'
import { srt } from '#core/formats/small-captions/srt'
import { convertVerb } from '../verbs/convert.ts'
import { withFormats } from './format-lists.ts'

test('a format that is put into the list is in the help of convert, in both languages', () => {
  const made = {
    ...srt,
    id: 'made-up',
    extension: '.mup',
    label: { en: 'Made up', fr: 'Inventé' },
    input: { ...srt.input, otherExtensions: ['.mupp'], times: 'lines', isAssociated: false, feed: null },
  } as const
  const text = withFormats(convertVerb.help.en.text, 'en', [...formatList, made])
  expect(text).toMatch(/Reads .*, Made up\n/u)
  expect(text).toMatch(/\.mup \.mupp;/u)
  expect(text).toMatch(/--format .*, made-up;/u)
  expect(text).toMatch(/--encoding .*, made-up \(/u)
  expect(text.replaceAll('{presets}', '')).not.toMatch(/[{}]/u)
  expect(withFormats(convertVerb.help.fr.text, 'fr', [...formatList, made])).toMatch(/Lit .*, Inventé\n/u)
})

test('the page of formats names every format', async () => {
  const page = await readFile('docs/en/formats.md', 'utf8')
  const named = new Set([...page.matchAll(/`([\w-]+)`/gu)].map(([, id = '']) => id))
  expect(formatIds.filter((id) => !named.has(id))).toEqual([])
})
