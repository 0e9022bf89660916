import { expect, it } from 'vitest'
import type { Connection } from './connection.ts'
import { connectionWords } from './connection-words.ts'

const connection: Connection = {
  number: 1,
  startedAtMs: 0,
  host: 'example.org',
  proxy: null,
  url: 'https://example.org/model.tar.bz2',
  purpose: 'model',
  title: 'Parakeet v3',
  askedBy: 'command',
  status: 200,
  state: 'complete',
  sentBytes: 320,
  receivedBytes: 88_000_000,
}

it('a connection is said in English and French: what for, to whom, asked for where, and how much', () => {
  expect(connectionWords(connection, 'en')).toEqual({
    what: 'Model Parakeet v3',
    host: 'example.org',
    askedFor: 'asked for in a terminal',
    end: '',
    received: '88\u00A0MB',
    sent: '320\u00A0bytes',
  })
  const french = connectionWords({ ...connection, proxy: 'proxy:8080' }, 'fr')
  expect(french.host).toBe('example.org, par le proxy proxy:8080')
  expect(french.received).toMatch(/^88\sMo$/u)
})

it.each([
  [{ status: 302, state: 'unused' }, 'sent on to another address'],
  [{ status: 404, state: 'complete' }, 'refused by the server (404)'],
  [{ state: 'cut-off' }, 'cut off'],
  [{ status: null, state: 'failed' }, 'no answer'],
  [{ status: null, state: 'running' }, 'under way'],
  [{ status: null, state: 'interrupted' }, 'the program ended before it was over'],
  [{ status: null, state: 'blocked' }, 'blocked before anything was sent'],
] as const)('%j ended so: %s', (change, end) => {
  expect(connectionWords({ ...connection, ...change }, 'en').end).toBe(end)
})

it('what was deleted has no name', () => {
  expect(connectionWords({ ...connection, title: null, url: null }, 'en').what).toBe(
    'What it was for is deleted',
  )
})
