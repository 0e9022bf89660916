import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { spoken } from '../../captions/testing/spoken.ts'
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
      expect(after.startsWith('"></audio>\n</header>')).toBe(true)
      expect(`${before}…${after}`).toBe(page)
    }),
  )
})
