import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { spoken } from '../../captions/testing/spoken.ts'
import { shiftedDocument } from '../shifted-document.ts'
import { translatedDocument } from '../translated-document.ts'
import { trimmedDocument } from '../../trim/trimmed-document.ts'
import { documentOf, english } from '../testing/sample-document.ts'
import { html } from './html.ts'
import { aroundSound, soundSource } from './page-sound.ts'

const type = 'audio/webm'
const pageOf = (said: string, title: string, options: object = {}): string => {
  const document = documentOf(spoken([['A', 1_000, 2_000, said]]))
  const titled = { ...document, recording: { ...document.recording, title } }
  return html.write!(titled, { ...english, soundType: type, ...options }).text
}

it('a page carries its sound in a player that needs no other file', () => {
  const page = pageOf('Here it is.', 'A talk', { media: 'talk.mp4' })
  expect(page).toContain('<audio controls preload="metadata" src="data:audio/webm;base64,…"></audio>')
  expect(page).not.toContain('talk.mp4')
  expect(page).not.toContain('type="file"')
  expect(pageOf('Here it is.', 'A talk', { times: false })).not.toContain('<audio')
})

it('the place of the sound is found whatever title and text say', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.constant(soundSource(type)),
    fc.constant(`<audio${soundSource(type)}>`),
  )
  fc.assert(
    fc.property(hostile, hostile, (said, title) => {
      const page = pageOf(`a ${said}`, title)
      const [before, after] = aroundSound(page, type)
      expect(before.endsWith('<audio controls preload="metadata" src="data:audio/webm;base64,')).toBe(true)
      expect(after.startsWith('"></audio>\n</div>')).toBe(true)
      expect(`${before}…${after}`).toBe(page)
    }),
  )
})

it('the player of a page counts from the start of its sound, also where times are moved or the text is a translation', () => {
  const zeroOf = (page: string): string | undefined => / data-zero="([^"]*)"/u.exec(page)?.[1]
  const paragraphs = spoken([['A', 3_000, 4_000, 'Here it is.']])
  const value = { language: 'fr', text: 'Le voici.' }
  const words = { fromWordId: 'p0.0', toWordId: 'p0.2' }
  const document = documentOf(paragraphs, [{ id: 'm', kind: 'translation', ...words, value }])
  const trimmed = trimmedDocument(document, { startMs: 2_000, endMs: 5_000 })
  const options = { ...english, soundType: type }
  const written = (given: typeof document): string => html.write!(given, options).text
  expect(zeroOf(written(document))).toBeUndefined()
  expect(zeroOf(written(trimmed))).toBe('2')
  expect(zeroOf(written(shiftedDocument(document, 700)))).toBe('0.7')
  expect(zeroOf(written(shiftedDocument(trimmed, 700)))).toBe('2.7')
  expect(zeroOf(written(translatedDocument(trimmed, 'fr', html, options).document))).toBe('2')
})
