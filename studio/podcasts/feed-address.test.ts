import { expect, it } from 'vitest'
import { addressInFeed, typedFeedAddress } from './feed-address.ts'

it.each([
  ['mending.example/feed.xml', 'https://mending.example/feed.xml'],
  [' https://a.example/f ', 'https://a.example/f'],
  ['feed://a.example/f', 'https://a.example/f'],
  ['feed:https://a.example/f', 'https://a.example/f'],
  ['itpc://a.example/f', 'https://a.example/f'],
  // Rejected later, with the reason.
  ['http://a.example/f', 'http://a.example/f'],
  ['file:///etc/passwd', 'file:///etc/passwd'],
])('takes %j for %j', (typed, address) => {
  expect(typedFeedAddress(typed)).toBe(address)
})

it('makes addresses in a feed absolute and encrypted', () => {
  const base = new URL('https://a.example/podcast/feed.xml')
  expect(addressInFeed('14.mp3', base)).toBe('https://a.example/podcast/14.mp3')
  expect(addressInFeed('http://b.example/14.mp3', base)).toBe('https://b.example/14.mp3')
  for (const none of ['', 'javascript:alert(1)', 'file:///etc/passwd', 'ftp://a.example/x']) {
    expect([none, addressInFeed(none, base)]).toEqual([none, ''])
  }
  expect(addressInFeed('14.mp3', null)).toBe('')
})

it('lets no feed from elsewhere name addresses of this computer', () => {
  const base = new URL('https://a.example/feed.xml')
  for (const here of [
    'http://127.0.0.1:631/x',
    'http://localhost/x',
    'http://localhost./x',
    'http://a.localhost/x',
    'https://[::1]/x',
    'http://0.0.0.0:8443/x',
    'http://[::]/x',
    'http://[::ffff:127.0.0.1]/x',
    'http://0x7f.1/x',
    'http://2130706433/x',
  ]) {
    const own = new URL('http://127.0.0.1:8000/feed')
    expect([base, null, own].map((from) => addressInFeed(here, from) === '')).toEqual([true, true, false])
  }
})

it('lets no feed from elsewhere name addresses of private networks, and one in such a network its own host', () => {
  const base = new URL('https://a.example/feed.xml')
  for (const host of [
    '192.168.1.1',
    '10.0.0.1',
    '172.16.0.1',
    '169.254.169.254',
    '[fe80::1]',
    '[fd00::1]',
    '[::ffff:10.0.0.1]',
  ]) {
    const address = `https://${host}/x`
    expect([base, null].map((from) => addressInFeed(address, from))).toEqual(['', ''])
    expect(addressInFeed('14.mp3', new URL(address))).not.toBe('')
    expect(addressInFeed('https://a.example/14.mp3', new URL(address))).not.toBe('')
    expect(addressInFeed('http://127.0.0.1/x', new URL(address))).toBe('')
  }
})
