import { existsSync } from 'node:fs'
import { mkdir, readFile, stat, watch, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { openLibrary } from '#studio/library/open'
import { enter, enterBySocket } from '../web/testing/enter.ts'
import { SocketPage } from '../web/testing/socket-page.ts'
import { havePage } from './testing/built-page.ts'
import { withoutModels } from './testing/fake-engine.ts'
import { served } from './testing/served.ts'
import { filesBelow, testHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { mustExit, runParolo } from './testing/run-parolo.ts'
import { twoVoicesEn } from './testing/speech.ts'

havePage()

describe('parolo serve', () => {
  it('prints its address, lets the person in, answers, and ends at SIGTERM', async () => {
    const place = await testHome()
    const host = await served(place)
    expect(host.said).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{22,}$/u)
    const page = await fetch(host.said)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.headers.has('set-cookie')).toBe(false)
    await expect(enter(host.port, 'wrong')).rejects.toThrow('403')
    const socket = await SocketPage.open(host.port, host.token)
    expect(await socket.call('recordings.list', {})).toEqual([])
    host.child.kill('SIGTERM')
    const result = await host.result
    mustExit(result, 0)
    expect(result.stdout).toBe(`${host.said}\n`)
  })

  it('shows at once what the command line adds', async () => {
    const place = await testHome()
    const host = await served(place, withoutModels)
    const page = await SocketPage.open(host.port, host.token)
    page.watch(0)
    mustExit(await runParolo(['add', twoVoicesEn, path.join(place.folder, 'none.mp3')], place), 1)
    await page.event(({ kind }) => kind === 'recording-added')
    const [card] = await page.call('recordings.list', {})
    expect(card).toMatchObject({ title: 'two-voices-8s-en', transcript: null, job: null })
    // The command line's job is run by whichever program takes it first, and the page sees its text grow.
    const words = ['transcribe', twoVoicesEn, '--quick', '--language', 'en']
    mustExit(await runParolo(words, { ...place, environment: withoutModels }), 0)
    await page.event(({ kind }) => kind === 'transcript-finished')
    const [done] = await page.call('recordings.list', {})
    expect(done).toMatchObject({ playable: true, transcript: { state: 'done' } })
  }, 90_000)

  it('gives a running job back when it ends, and goes on with it at the next start', async () => {
    const place = await testHome()
    const host = await served(place, withoutModels)
    const page = await SocketPage.open(host.port, host.token)
    page.watch(0)
    const { recordingId } = await page.call('recordings.addSample', { language: 'en' })
    const { jobId } = await page.call('jobs.start', {
      recordingId,
      settings: { quick: true, language: 'en' },
    })
    await page.event(({ kind }) => kind === 'chunk-saved')
    host.child.kill('SIGINT')
    mustExit(await host.result, 0)
    const library = await openLibrary(place.home)
    expect(await library.job(jobId)).toMatchObject({ state: 'queued', holder: null })
    await library.close()

    const again = await served(place, withoutModels)
    const next = await SocketPage.open(again.port, again.token)
    next.watch(0)
    await next.event(({ kind, touched }) => kind === 'job-finished' && touched.jobId === jobId)
  }, 90_000)

  it('makes a new token at each start, and a page that was let in stays so', async () => {
    const place = await testHome()
    const host = await served(place)
    const secret = await enter(host.port, host.token)
    host.child.kill('SIGTERM')
    mustExit(await host.result, 0)
    const again = await served(place)
    expect(again.token).not.toBe(host.token)
    await expect(enter(again.port, host.token)).rejects.toThrow('403')
    const origin = `http://127.0.0.1:${again.port}`
    const socket = new WebSocket(`ws://127.0.0.1:${again.port}/rpc`, { headers: { Origin: origin } })
    onTestFinished(() => socket.terminate())
    await enterBySocket(socket, secret)
    for (const file of await filesBelow(place.home))
      expect(await readFile(path.join(place.home, file), 'latin1')).not.toContain(secret)
  })

  it('takes a token that a person set, and refuses a short one', async () => {
    const place = await testHome()
    const token = 'correct-horse-battery-staple'
    const host = await served(place, { PAROLO_TOKEN: token })
    expect(host.token).toBe(token)
    const short = await runParolo(['serve', '--port', '0'], {
      ...place,
      environment: { PAROLO_TOKEN: 'secret' },
    })
    mustExit(short, 1)
    expect(short.stderr).toContain('PAROLO_TOKEN must be 22')
  })

  it.skipIf(process.platform !== 'linux')(
    'hands its address to a browser by a file of this user alone, which works once',
    async () => {
      const place = await testHome()
      const folder = path.join(place.folder, 'bin')
      const asked = path.join(place.folder, 'asked')
      await mkdir(folder)
      await writeFile(
        path.join(folder, 'xdg-open'),
        `#!/bin/sh\nprintf '%s' "$*" > '${asked}.part' && mv '${asked}.part' '${asked}'\n`,
        {
          mode: 0o755,
        },
      )
      const watching = watch(place.folder)
      const isAsked = (async () => {
        for await (const { filename } of watching) if (filename === 'asked') return
      })()
      const host = await served(place, { PATH: `${folder}:${process.env['PATH']}` }, ['--open'])
      await isAsked
      const words = await readFile(asked, 'utf8')
      expect(words).toMatch(/^file:\/\/\S+\.html$/u)
      const file = fileURLToPath(words)
      expect([(await stat(file)).mode & 0o777, (await stat(path.dirname(file))).mode & 0o777]).toEqual([
        0o600, 0o700,
      ])
      const address = /url=(\S+)"/u.exec(await readFile(file, 'utf8'))?.[1] ?? ''
      const code = new URL(address).searchParams.get('token') ?? ''
      expect(code).not.toBe(host.token)
      // The request of a browser that follows the file's link.
      expect((await fetch(address, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(200)
      await enter(host.port, code)
      await expect(enter(host.port, code)).rejects.toThrow('403')
      await expect.poll(() => existsSync(path.dirname(file))).toBe(false)
      await enter(host.port, host.token)
    },
  )

  it('refuses a port that is none or taken', async () => {
    const place = await testHome()
    for (const port of ['x', '70000', '-1'])
      mustExit(await runInProcess(['serve', `--port=${port}`], place), 2)
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void taken.close())
    const { port } = taken.address() as { port: number }
    const result = await runInProcess(['serve', '--port', String(port)], place)
    mustExit(result, 1)
    expect(result.stderr).toContain(`Port ${port} is already in use`)
  })
})
