import { expect, it } from 'vitest'
import { PAGE_ADDRESS } from './page-origin.ts'
import { mayAsk } from './permissions.ts'

it('lets our page write to the clipboard, notify and hear the microphone, and nothing else', () => {
  expect(mayAsk('clipboard-sanitized-write', PAGE_ADDRESS)).toBe(true)
  expect(mayAsk('notifications', PAGE_ADDRESS)).toBe(true)
  expect(mayAsk('media', PAGE_ADDRESS, ['audio'])).toBe(true)
  for (const media of [[], ['video'], ['audio', 'video'], ['unknown']])
    expect(mayAsk('media', PAGE_ADDRESS, media)).toBe(false)
  const others = ['geolocation', 'clipboard-read', 'display-capture', 'midiSysex', 'openExternal']
  expect(others.filter((permission) => mayAsk(permission, PAGE_ADDRESS))).toEqual([])
})

it('lets no other origin ask for anything', () => {
  for (const origin of ['https://example.org', 'app://parolo.example', 'app://other/', 'file:///', '']) {
    expect(mayAsk('clipboard-sanitized-write', origin)).toBe(false)
    expect(mayAsk('notifications', origin)).toBe(false)
    expect(mayAsk('media', origin, ['audio'])).toBe(false)
  }
})
