import { createServer } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '#studio/library/open'
import { SocketPage } from '../web/testing/socket-page.ts'
import { havePage } from './testing/built-page.ts'
import { withoutModels } from './testing/fake-engine.ts'
import { served } from './testing/served.ts'
import { testHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { mustExit, runParolo } from './testing/run-parolo.ts'
import { twoVoicesEn } from './testing/speech.ts'

havePage()

describe('parolo serve', () => {
  it('prints its address, lets the person in, answers, and ends at SIGTERM', async () => {
    const place = await testHome()
    const host = await served(place)
    expect(host.said).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{22,}$/u)
    const first = await fetch(host.said, { redirect: 'manual' })
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = await fetch(`http://127.0.0.1:${host.port}/`, { headers: { cookie } })
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect((await fetch(`http://127.0.0.1:${host.port}/`)).status).toBe(403)
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
    // The command line's own job runs in whichever program takes it first, and the page sees it grow.
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
    const askedAt = performance.now()
    host.child.kill('SIGINT')
    mustExit(await host.result, 0)
    expect(performance.now() - askedAt).toBeLessThan(8_000)
    const library = await openLibrary(place.home)
    expect(await library.job(jobId)).toMatchObject({ state: 'queued', holder: null })
    await library.close()

    const again = await served(place, withoutModels)
    const next = await SocketPage.open(again.port, again.token)
    next.watch(0)
    await next.event(({ kind, touched }) => kind === 'job-finished' && touched.jobId === jobId)
  }, 90_000)

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
