import { expect, it } from 'vitest'
import { PAGE_ADDRESS } from './page-origin.ts'
import { isPermissionAllowed } from './permissions.ts'

it('lets our page write to the clipboard, notify and hear the microphone, and nothing else', () => {
  expect(isPermissionAllowed('clipboard-sanitized-write', PAGE_ADDRESS)).toBe(true)
  expect(isPermissionAllowed('notifications', PAGE_ADDRESS)).toBe(true)
  expect(isPermissionAllowed('media', PAGE_ADDRESS, ['audio'])).toBe(true)
  for (const media of [[], ['video'], ['audio', 'video'], ['unknown']])
    expect(isPermissionAllowed('media', PAGE_ADDRESS, media)).toBe(false)
  const others = ['geolocation', 'clipboard-read', 'display-capture', 'midiSysex', 'openExternal']
  expect(others.filter((permission) => isPermissionAllowed(permission, PAGE_ADDRESS))).toEqual([])
})

it('lets our page capture what the computer plays only while a recording starts', () => {
  expect(isPermissionAllowed('display-capture', PAGE_ADDRESS, [], true)).toBe(true)
  expect(isPermissionAllowed('display-capture', PAGE_ADDRESS, [], false)).toBe(false)
  expect(isPermissionAllowed('display-capture', 'app://parolo.example', [], true)).toBe(false)
})

it('lets no other origin ask for anything', () => {
  for (const origin of ['https://example.org', 'app://parolo.example', 'app://other/', 'file:///', '']) {
    expect(isPermissionAllowed('clipboard-sanitized-write', origin)).toBe(false)
    expect(isPermissionAllowed('notifications', origin)).toBe(false)
    expect(isPermissionAllowed('media', origin, ['audio'])).toBe(false)
  }
})
