import { expect, test } from 'vitest'
import { spoken } from '../../captions/testing/spoken.ts'
import { documentOf, english, sampleDocument } from '../testing/sample-document.ts'
import { txt } from './txt.ts'

test('the sample conversation', async () => {
  const { text } = txt.write!(sampleDocument('resources/samples/conversation-fr.json'), english)
  await expect(text).toMatchFileSnapshot('txt.golden')
})

test('blocks of nobody have their time alone; a line end in a text does not end it', () => {
  const [first, second] = spoken([
    ['A', 3_605_000, 3_606_000, 'Hello.'],
    [null, 3_607_000, 3_608_000, 'Who is there?'],
  ])
  const words = second!.words.map((word, index) => (index === 1 ? { ...word, before: '\n\n' } : word))
  expect(txt.write!(documentOf([first!, { ...second!, words }]), english).text).toBe(
    'Speaker 1 (1:00:05)\nHello.\n\n(1:00:07)\nWho is there?\n',
  )
  expect(txt.write!(documentOf([]), english).text).toBe('')
})
