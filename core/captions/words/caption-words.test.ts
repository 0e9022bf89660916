import { expect, test } from 'vitest'
import { paragraph, saidWords } from '../../edits/testing/samples.ts'
import type { Mark } from '../../transcript/transcript.ts'
import { captionParagraphs } from './caption-words.ts'

test('the word after an own wording of a hidden filler keeps its space, also at the start of a paragraph', () => {
  const wording: Mark = { id: 'w', kind: 'wording', fromWordId: 'a.0', toWordId: 'a.0', value: 'Well then' }
  const said = paragraph('p1', null, saidWords('a', 'um they all went home', 0))
  const [captioned] = captionParagraphs([said], [wording], 'en', { fillers: 'hidden' })
  expect(captioned?.words.map(({ text, spaced }) => (spaced ? ' ' : '') + text).join('')).toBe(
    ' Well then they all went home',
  )
})
