import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeSound, encodeSound } from './sound-in-json.ts'
import type { ToStudio } from './studio-messages.ts'

const throughJson = (message: ToStudio): ToStudio =>
  decodeSound(JSON.parse(JSON.stringify(encodeSound(message))) as ToStudio)

test('bytes of sound come through JSON whole', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isBuffer) => {
      const message = isBuffer ? bytes.slice().buffer : bytes
      expect(throughJson({ kind: 'sound', channel: 3, message })).toEqual({
        kind: 'sound',
        channel: 3,
        message: new Uint8Array(bytes),
      })
    }),
  )
})

test('all other messages stay as they are', () => {
  const messages: ToStudio[] = [
    { kind: 'sound', channel: 1, message: { runningId: 'a', language: 'fr' } },
    { kind: 'sound', channel: 1, message: null },
    { kind: 'sound-closed', channel: 1 },
    { kind: 'quit' },
  ]
  for (const message of messages) expect(throughJson(message)).toEqual(message)
})
