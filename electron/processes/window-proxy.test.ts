import { afterEach, expect, it, vi } from 'vitest'
import type { FromStudio } from './studio-messages.ts'
import { WindowProxy } from './window-proxy.ts'

afterEach(() => vi.unstubAllEnvs())

it('is the one that the main process finds for the host', async () => {
  vi.stubEnv('HTTPS_PROXY', '')
  vi.stubEnv('https_proxy', '')
  vi.stubEnv('ALL_PROXY', '')
  const sent: FromStudio[] = []
  const proxy = new WindowProxy((message) => sent.push(message))
  const found = proxy.find(new URL('https://example.org/secret/path?key=1'))
  await vi.waitFor(() => {
    expect(sent).toEqual([{ kind: 'resolve-proxy', number: 1, url: 'https://example.org/' }])
  })
  proxy.receive({ number: 1, answer: 'PROXY proxy.example:8080' })
  expect((await found)?.host).toBe('proxy.example:8080')
})

it('is the one of the environment where one is set', async () => {
  vi.stubEnv('HTTPS_PROXY', 'http://other:3128')
  const proxy = new WindowProxy(() => {
    throw new Error('asked')
  })
  expect((await proxy.find(new URL('https://example.org/')))?.host).toBe('other:3128')
})
