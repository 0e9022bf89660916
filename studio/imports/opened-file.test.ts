import { expect, it } from 'vitest'
import { formats } from '#core/formats/formats'
import { readingErrors } from './opened-file.ts'

it('counts what was corrected in reading a file, and what was left out', () => {
  const ttml = `<tt xmlns="http://www.w3.org/ns/ttml"><body><div>
    <p begin="1s" end="2s" color="red">one</p><p begin="2s" end="3s" color="red">two</p>
    <p begin="4s" end="5s">three<span begin="9s">never</span></p><p begin="6s">four</p></div></body></tt>`
  const { corrections } = formats.ttml.read?.(ttml) ?? expect.unreachable()
  expect(readingErrors(corrections)).toEqual({
    corrections: 4,
    dropped: [
      { code: 'tags-dropped', count: 2 },
      { code: 'content-dropped', count: 1 },
    ],
  })
  expect(readingErrors([])).toEqual({})
  // What a file of ours has is no error in it.
  const note = { code: 'time-offset', line: null, detail: '10:00:00:00' } as const
  expect(readingErrors([note])).toEqual({})
})
