import { expect, it } from 'vitest'
import { iso6391, iso6392 } from './iso-639-2.ts'

it.each([
  ['fr', 'fra', 'fre'],
  ['fr-CA', 'fra', 'fre'],
  ['fre', 'fra', 'fre'],
  ['en', 'eng', 'eng'],
  ['jw', 'jav', 'jav'],
  ['haw', 'haw', 'haw'],
  ['und', 'und', 'und'],
  ['', 'und', 'und'],
  ['xx', 'und', 'und'],
])('%s is %s in MP4 and %s in Matroska', (language, inMp4, inMatroska) => {
  expect(iso6392(language, 'terminological')).toBe(inMp4)
  expect(iso6392(language, 'bibliographic')).toBe(inMatroska)
})

it.each([
  ['fra', 'fr'],
  ['fre', 'fr'],
  ['GER-AT', 'de'],
  ['fr-CA', 'fr'],
  ['en', 'en'],
  ['gsw', 'gsw'],
  ['', ''],
])('%s is %s', (given, short) => {
  expect(iso6391(given)).toBe(short)
})
