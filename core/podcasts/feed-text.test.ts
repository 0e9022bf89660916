import { expect, it } from 'vitest'
import { feedText } from './feed-text.ts'

const decode = (bytes: Uint8Array, encoding: string): string | null =>
  encoding === 'koi8-r' ? new TextDecoder(encoding).decode(bytes) : null

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

it('reads the encoding of the bytes, of the XML declaration, else of the server', () => {
  expect(feedText(Buffer.from('\uFEFF<a>é</a>'), '', decode)).toEqual({ text: '<a>é</a>' })
  expect(feedText(Buffer.from('\uFEFF<a>é</a>', 'utf16le'), 'utf-8', decode)).toEqual({ text: '<a>é</a>' })
  expect(feedText(bytesOf('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'), '', decode)).toMatchObject({
    text: expect.stringContaining('<a>é</a>') as string,
  })
  const cyrillic = bytesOf('<?xml version="1.0" encoding="koi8-r"?><a>\xC4\xC1</a>')
  expect(feedText(cyrillic, '', decode)).toMatchObject({
    text: expect.stringContaining('<a>да</a>') as string,
  })
  expect(feedText(bytesOf('<a>\xC4\xC1</a>'), 'koi8-r', decode)).toEqual({ text: '<a>да</a>' })
})

it('names an encoding that it cannot read', () => {
  expect(feedText(bytesOf('<?xml version="1.0" encoding="x-none"?><a/>'), '', decode)).toEqual({
    unknownEncoding: 'x-none',
  })
})
