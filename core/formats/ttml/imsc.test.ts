import { expect, it } from 'vitest'
import { documentCues } from '../document-cues.ts'
import { formats } from '../formats.ts'
import { english, sampleDocument } from '../testing/sample-document.ts'
import { shownAt } from './testing/imsc.ts'

it.each(['ttml', 'ebuttd'] as const)('%s is read by the reference reader as it is shown', (id) => {
  const document = sampleDocument('resources/samples/conversation-fr.json')
  const text = formats[id].write?.(document, english).text ?? ''
  const cues = documentCues(document, english, 'never')
  for (const { startMs, endMs, lines } of cues) {
    const { said, shown, events } = shownAt(text, (startMs + endMs) / 2_000)
    expect(said).toEqual([])
    expect(shown).toEqual([{ at: 'after', text: lines.map((line) => line.text).join('\n') }])
    expect(events).toContain(startMs / 1_000)
  }
})

it.each(['ttml', 'ebuttd'] as const)('%s has captions at the top and in the middle too', (id) => {
  const srt = ['top', 'middle', 'bottom'].map(
    (place, index) =>
      `${index + 1}\n00:00:0${index},000 --> 00:00:0${index},900\n{\\an${8 - 3 * index}}At the <i>${place}</i>\n`,
  )
  const document = formats.srt.read?.(srt.join('\n')).document ?? expect.unreachable()
  const text = formats[id].write?.(document, english).text ?? ''
  const places = [0.5, 1.5, 2.5].map((seconds) => shownAt(text, seconds))
  expect(places.map(({ shown }) => shown)).toEqual([
    [{ at: 'before', text: 'At the top' }],
    [{ at: 'center', text: 'At the middle' }],
    [{ at: 'after', text: 'At the bottom' }],
  ])
  expect(places.flatMap(({ said }) => said)).toEqual([])
})
