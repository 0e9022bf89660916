import { expect, it } from 'vitest'
import { BlockedRequests, isRequestAllowed } from './allowed-requests.ts'

it.each([
  ['app://parolo/index.html', true],
  ['media://recording/r1/audio', true],
  ['blob:app://parolo/1', true],
  ['data:text/plain,x', true],
  ['https://example.org/', false],
  ['http://127.0.0.1:1/', false],
  ['ws://example.org/', false],
  ['file:///etc/passwd', false],
  ['ftp://example.org/', false],
  ['unheard-of://example.org/', false],
  ['chrome://gpu/', false],
  ['', false],
])('%s may be loaded: %s', (address, isAllowed) => {
  expect(isRequestAllowed(address)).toBe(isAllowed)
})

it('reports each address of another computer once, and not without end', () => {
  const reported: string[] = []
  const blocked = new BlockedRequests((address) => reported.push(address))
  for (const address of [
    'https://a.example/',
    'https://a.example/',
    'file:///etc/passwd',
    'ws://b.example/',
    '?',
  ])
    blocked.add(address)
  expect(reported).toEqual(['https://a.example/', 'ws://b.example/'])
  for (let number = 0; number < 1_000; number += 1) blocked.add(`https://a.example/${number}`)
  expect(reported).toHaveLength(200)
})
