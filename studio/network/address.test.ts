import { describe, expect, it } from 'vitest'
import { allowedAddress, looksLikeAddress } from './address.ts'

describe('an address', () => {
  it.each([
    'https://example.org/model.tar.bz2',
    'http://localhost:8000/model.zip',
    'http://127.0.0.1/model.zip',
    'http://[::1]:8000/model.zip',
  ])('%s is allowed', (address) => {
    expect(allowedAddress(address).href).toBe(address)
  })

  it.each([
    'http://example.org/model.zip',
    'http://127.0.0.1.example.org/',
    'http://192.168.1.2/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://name:secret@example.org/',
    `https://example.org/${'x'.repeat(5_000)}`,
    'https://',
    '',
  ])('%s is not', (address) => {
    expect(() => allowedAddress(address)).toThrow(expect.objectContaining({ code: 'network.address' }))
  })

  it.each([
    ['https://example.org/a', 'http://example.org/b', false],
    ['https://example.org/a', 'http://127.0.0.1/b', false],
    ['https://example.org/a', '//other.example/b', true],
    ['http://127.0.0.1/a', '/b', true],
    ['http://127.0.0.1/a', 'http://example.org/b', false],
  ])('redirected from %s to %s: %s', (from, to, allowed) => {
    const go = () => allowedAddress(to, new URL(from))
    if (allowed) expect(go).not.toThrow()
    else expect(go).toThrow(expect.objectContaining({ code: 'network.address' }))
  })

  it.each([
    ['https://example.org/a.zip', true],
    ['ftp://example.org/a.zip', true],
    ['C:\\models\\a.zip', false],
    ['models/a.zip', false],
    ['./https:/a.zip', false],
  ])('%s on the command line is one: %s', (text, is) => {
    expect(looksLikeAddress(text)).toBe(is)
  })
})
