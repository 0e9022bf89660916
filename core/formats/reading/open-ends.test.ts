import { expect, it } from 'vitest'
import { readTtml } from '../ttml/ttml-reader.ts'

it('TTML without an end is shown until the next caption or as long as reading takes, reported once', () => {
  const { document, corrections } = readTtml(
    '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s">Hello there my friend</p>' +
      '<p begin="2s">And you</p></div></body></tt>',
  )
  const ends = document.transcript.marks.flatMap((mark) => (mark.kind === 'cue-end' ? [mark.value] : []))
  expect(ends).toEqual([2_000, 3_000])
  expect(corrections.map(({ code }) => code)).toEqual(['end-missing', 'end-missing'])
})
