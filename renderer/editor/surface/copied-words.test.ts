import { expect, it } from 'vitest'
import {
  type Clip,
  clipOnClipboard,
  ownClip,
  putOnClipboard,
  redactedOfCopied,
  wordsOfPlainText,
  wordsOnClipboard,
} from './copied-words.ts'

/** The part of a clipboard that other programs can read. */
function clipboard() {
  const types = new Map<string, string>()
  const data = {
    setData: (type: string, text: string) => void types.set(type, text),
    getData: (type: string) => types.get(type) ?? '',
  } as unknown as DataTransfer
  return { data, all: () => [...types.values()].join('\n') }
}

it('puts a placeholder and an id on the clipboard, and keeps redacted words for the library alone', () => {
  const { data, all } = clipboard()
  const kept = new Map<string, Clip>()
  const clips = {
    keep: (id: string, clip: Clip) => void kept.set(id, clip),
    read: () => Promise.resolve(null),
  }
  putOnClipboard(
    data,
    { shown: 'I am [redacted].', words: 'I am Johnsmith.', redacted: ['Johnsmith.'] },
    clips,
  )
  expect(all()).not.toContain('Johnsmith')
  const id = clipOnClipboard(data)
  expect(kept.get(id)).toEqual({ words: 'I am Johnsmith.', redacted: ['Johnsmith.'] })
  expect(ownClip(id)?.words).toBe('I am Johnsmith.')
  expect(wordsOnClipboard(data)).toBe('')
  // For text pasted as plain text, or dragged, the event has only the text.
  expect(wordsOfPlainText('I am [redacted].')).toBe('I am Johnsmith.')
  expect(redactedOfCopied('So I am Johnsmith. Yes')).toEqual(['Johnsmith.'])
})

it('puts words on the clipboard that are not redacted, without an id', () => {
  const { data } = clipboard()
  putOnClipboard(data, { shown: 'Nora: Hello', words: 'Hello' })
  expect(wordsOnClipboard(data)).toBe('Hello')
  expect(clipOnClipboard(data)).toBe('')
  expect(redactedOfCopied('Hello')).toEqual([])
})
