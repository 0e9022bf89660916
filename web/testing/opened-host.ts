import { onTestFinished } from 'vitest'
import { openedService, type OpenedService } from '../../studio/testing/opened-service.ts'
import { startWebHost } from '../host.ts'
import type { PageFile } from '../page-files.ts'
import { enter } from './enter.ts'
import { rawRequest, type RawAnswer } from './raw-request.ts'
import { newToken } from '../token.ts'

export interface OpenedHost extends OpenedService {
  readonly port: number
  readonly address: string
  /** Of the address. */
  readonly token: string
  /** Of the user's own page. */
  readonly secret: string
  /** Headers of the user's own page. */
  readonly own: readonly string[]
  /** Sends a request from the user's own page, with additional headers. */
  readonly ask: (
    method: string,
    target: string,
    headers?: readonly string[],
    body?: string | Buffer,
  ) => Promise<RawAnswer>
}

const file = (text: string, mediaType: string, isForever = false): PageFile => ({
  bytes: Buffer.from(text),
  mediaType,
  etag: `"${text.length}"`,
  isForever,
})

/** A host with a small page, on its own library. */
export async function openedHost(): Promise<OpenedHost> {
  const opened = await openedService()
  const index = file('<!doctype html><title>Parolo</title>', 'text/html; charset=utf-8')
  const page = new Map([
    ['/', index],
    ['/index.html', index],
    ['/assets/index-AbCdEf12.js', file('export {}', 'text/javascript; charset=utf-8', true)],
  ])
  const host = await startWebHost({
    service: opened.service,
    page,
    port: 0,
    token: newToken(),
    onError: (error) => opened.troubles.push(error),
  })
  onTestFinished(() => host.close())
  const { port, address } = host
  const token = new URL(address).searchParams.get('token') ?? ''
  const secret = await enter(port, token)
  const own = [`Host: 127.0.0.1:${port}`, `Authorization: Bearer ${secret}`]
  return {
    ...opened,
    port,
    address,
    token,
    secret,
    own,
    ask: (method, target, headers = [], body = '') =>
      rawRequest(port, [`${method} ${target} HTTP/1.1`, ...own, ...headers], body),
  }
}
