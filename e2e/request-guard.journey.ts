import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type Page } from '@playwright/test'
import { ENTER_PATH } from '#contracts/web-access'
import { rawRequest } from '../web/testing/raw-request.ts'
import { chromiumPath } from '../scripts/find-browser.mjs'
import { parolo } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { listeningAddresses } from './support/sockets.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

/** Another program's page on this computer: for a browser it is the same site, and gets its cookies. */
async function otherSite(): Promise<{ server: Server; port: number }> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end('<!doctype html><title>other</title><p>Another program')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

/** The result of every way in which a page can request data; each is `nothing`, or what was returned. */
function raid(page: Page, origin: string, media: string): Promise<Record<string, string>> {
  return page.evaluate(
    async ([target, path]) => {
      const orNothing = (work: Promise<string>): Promise<string> => work.catch(() => 'nothing')
      const read = async (asked: string, init: RequestInit): Promise<string> => {
        const answer = await fetch(target + asked, { credentials: 'include', ...init })
        return answer.type === 'opaque' ? 'nothing' : `read ${answer.status}`
      }
      const element = (name: string, attributes: Record<string, string>, good: string): Promise<string> =>
        new Promise((resolve) => {
          const made = Object.assign(document.createElement(name), attributes)
          made.addEventListener(good, () => resolve('loaded'))
          made.addEventListener('error', () => resolve('nothing'))
          document.body.append(made)
        })
      const socket = new Promise<string>((resolve) => {
        const opened = new WebSocket(`${target.replace('http', 'ws')}/rpc`)
        opened.addEventListener('open', () => resolve('opened'))
        opened.addEventListener('close', () => resolve('nothing'))
      })
      const sound = target + path
      return {
        page: await orNothing(read('/', {})),
        blindly: await orNothing(read('/', { mode: 'no-cors' })),
        sound: await orNothing(read(path, {})),
        put: await orNothing(read('/import/x', { method: 'PUT', body: 'x' })),
        post: await orNothing(read('/rpc', { method: 'POST', mode: 'no-cors', body: 'x' })),
        socket: await socket,
        audio: await element('audio', { src: sound, preload: 'auto' }, 'loadeddata'),
        script: await element('script', { src: `${target}/index.html` }, 'load'),
        style: await element('link', { rel: 'stylesheet', href: `${target}/` }, 'load'),
      }
    },
    [origin, media] as const,
  )
}

const NOTHING = {
  page: 'nothing',
  blindly: 'nothing',
  sound: 'nothing',
  put: 'nothing',
  post: 'nothing',
  socket: 'nothing',
  audio: 'nothing',
  script: 'nothing',
  style: 'nothing',
}

async function recordingIdOf(page: Page): Promise<string> {
  const href = await rowOf(page, 'conversation-en').getByRole('link').getAttribute('href')
  return /#\/recording\/([^?]+)/u.exec(href ?? '')?.[1] ?? ''
}

/** URL of the recording's sound played by the page, with its ticket. */
async function soundOf(page: Page, recordingId: string): Promise<string> {
  const request = page.waitForRequest((each) => each.url().includes(`/media/${recordingId}/sound`))
  await rowOf(page, 'conversation-en').getByRole('link').click()
  const { pathname, search } = new URL((await request).url())
  expect(search).toContain('?ticket=')
  return pathname + search
}

test('the page of another program, in the browser that was let in, gets nothing by any way', async ({
  visit,
  host,
  context,
  dataFolder,
}) => {
  const page = await visit()
  const id = await recordingIdOf(page)
  const origin = new URL(host.address).origin
  const sound = await soundOf(page, id)
  // Every way works for the person's own page.
  expect(await raid(page, origin, sound)).toMatchObject({
    page: 'read 200',
    blindly: 'read 200',
    sound: 'read 200',
    put: 'read 403',
    post: 'read 405',
    socket: 'opened',
    audio: 'loaded',
  })
  const answered: number[] = []
  const { server, port } = await otherSite()
  try {
    for (const site of [`http://127.0.0.1:${port}`, `http://localhost:${port}`]) {
      const foreign = await context.newPage()
      foreign.on('response', (response) => {
        if (response.url().startsWith(`${origin}/`)) answered.push(response.status())
      })
      await foreign.goto(site)
      expect(await raid(foreign, origin, sound)).toEqual(NOTHING)
      // In a frame it shows nothing, and a link to it does not work.
      await foreign.setContent(`<iframe src="${origin}/"></iframe><a href="${origin}/">there</a>`)
      await expect(foreign.frameLocator('iframe').getByRole('main')).toHaveCount(0)
      await foreign.getByRole('link').click()
      await expect(foreign.locator('body')).toContainText('only for the person at this computer')
      await foreign.close()
    }
    expect(answered.length).toBeGreaterThan(0)
    expect(answered.filter((status) => status !== 403)).toEqual([])
  } finally {
    server.closeAllConnections()
    server.close()
  }
  expect(await parolo(dataFolder, ['list'])).toContain('conversation-en')
  await page.goto(`${origin}/`)
  await expect(rowOf(page, 'conversation-en')).toBeVisible()
})

test('a port of another program gets nothing of this one’s page, whichever way it is reached', async ({
  visit,
  context,
}) => {
  const page = await visit()
  await expect(rowOf(page, 'conversation-en')).toBeVisible()
  const reported: string[] = []
  const server = createServer((request, response) => {
    reported.push(JSON.stringify([request.url, request.headers]))
    response.setHeader('Content-Type', 'text/html')
    response.end('<!doctype html><title>other</title><p>Another program')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const other = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const secret = await page.evaluate(() => localStorage.getItem('parolo.access'))
    expect(secret).toMatch(/^[\w-]{43}$/u)
    const foreign = await context.newPage()
    await foreign.goto(other)
    expect(
      await foreign.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]),
    ).toEqual([0, 0, ''])
    await foreign.close()
    await page.goto(other)
    expect(reported.length).toBeGreaterThan(1)
    expect(reported.join()).not.toContain(secret)
    expect(reported.join()).not.toContain('cookie')
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('a name of somebody else that points to this computer is turned away, with the token too', async ({
  host,
}) => {
  const { port } = new URL(host.address)
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--host-resolver-rules=MAP rebound.example 127.0.0.1, MAP * ~NOTFOUND'],
  })
  try {
    const page = await browser.newPage()
    const address = host.address.replace('127.0.0.1', 'rebound.example')
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(421)
    const origin = `http://rebound.example:${port}`
    const tries = await raid(page, origin, '/media/x/sound')
    expect(tries).toEqual({
      ...NOTHING,
      page: 'read 421',
      blindly: 'read 421',
      sound: 'read 421',
      put: 'read 421',
      post: 'read 421',
    })
    expect(await page.context().cookies()).toEqual([])
  } finally {
    await browser.close()
  }
})

test('no cookie is set, the token leaves the address and the history, and only this computer is answered', async ({
  visit,
  host,
  context,
}) => {
  const page = await visit()
  await expect(rowOf(page, 'conversation-en')).toBeVisible()
  expect(page.url()).not.toContain('token')
  expect(await context.cookies()).toEqual([])
  // A reload, and a tab with the bare address, are admitted by what the page has stored.
  await page.reload()
  await expect(rowOf(page, 'conversation-en')).toBeVisible()
  const tab = await context.newPage()
  await tab.goto(new URL('/', host.address).href)
  await expect(rowOf(tab, 'conversation-en')).toBeVisible()

  const id = await recordingIdOf(page)
  const secret = await page.evaluate(() => localStorage.getItem('parolo.access'))
  const own = [`Host: 127.0.0.1:${host.port}`, `Authorization: Bearer ${secret}`]
  const ask = (target: string, more: readonly string[] = []) =>
    rawRequest(host.port, [`GET ${target} HTTP/1.1`, ...own, ...more])
  expect((await ask('/')).status).toBe(200)
  const part = await ask(`/media/${id}/sound`, ['Range: bytes=10-19'])
  expect([part.status, part.body.length]).toEqual([206, 10])
  expect((await ask(`/media/${id}/sound`, ['Range: bytes=999999999-'])).status).toBe(416)
  for (const target of [
    `/media/${id}/../../library.db`,
    `/media/${id}%2f..%2f..%2flibrary.db/sound`,
    '/web-pages',
  ])
    expect([target, (await ask(target)).status]).toEqual([target, 404])
  if (process.platform === 'linux') expect(listeningAddresses(host.port)).toEqual(['0100007F'])
})

test('a page that is reloaded before the host has answered is let in, though its address has no token by then', async ({
  context,
  host,
}) => {
  const page = await context.newPage()
  let isHeld = true
  await page.route(`**${ENTER_PATH}`, (route) => (isHeld ? undefined : route.continue()))
  const asked = page.waitForRequest(`**${ENTER_PATH}`)
  await page.goto(host.address)
  await asked
  expect(page.url()).not.toContain('token')
  isHeld = false
  await page.reload()
  await expect(rowOf(page, 'conversation-en')).toBeVisible()
})

test('a page without the token says what to do, and is there once its address was opened beside it', async ({
  context,
  host,
}) => {
  const page = await context.newPage()
  await page.goto(new URL('/?token=wrong', host.address).href)
  await expect(page.getByText('Open the whole address')).toBeVisible()
  const tab = await context.newPage()
  await tab.goto(host.address)
  await expect(rowOf(tab, 'conversation-en')).toBeVisible()
  await expect(rowOf(page, 'conversation-en')).toBeVisible()
})
