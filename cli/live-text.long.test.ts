import { utimes } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { LiveLine } from '#contracts/sound-wire'
import { blockToBytes } from '#core/recording/block-bytes'
import { journalPath } from '#studio/recording/recording-folder'
import { WAIT_FOR_PAGE_MS } from '#studio/recording/written-recordings'
import { BLOCK_FRAMES, START_MS, toneBlock } from '#studio/recording/testing/running'
import { enter } from '../web/testing/enter.ts'
import { openSound } from '../web/testing/open-sound.ts'
import { SocketPage } from '../web/testing/socket-page.ts'
import { havePage } from './testing/built-page.ts'
import { withoutModels } from './testing/fake-engine.ts'
import { mustExit, runParolo, startParolo } from './testing/run-parolo.ts'
import { served } from './testing/served.ts'
import { testHome } from './testing/test-home.ts'
import { twoVoicesEn } from './testing/speech.ts'

havePage()

const SECONDS = 12

it('waits for the text of a recording, and corrections made in it outlive kill -9 of its program', async () => {
  const place = await testHome()
  const run = (...words: readonly string[]) => runParolo(words, { ...place, environment: withoutModels })
  const host = await served(place, withoutModels)
  const page = await SocketPage.open(host.port, host.token)
  const { runningId } = await page.call('recorder.start', {
    title: 'Garden committee',
    language: 'en',
    people: null,
    type: 'meeting',
    sources: [{ name: 'Me', role: 'microphone', device: 'mic' }],
    consent: null,
    liveText: true,
    atMs: START_MS,
  })
  const sound = await openSound(host.port, await enter(host.port, host.token))
  sound.attach(runningId)
  for (let sequence = 0; sequence < (SECONDS * 48_000) / BLOCK_FRAMES; sequence += 1)
    sound.socket.send(blockToBytes(toneBlock(0, sequence)))
  const lineOf = (): LiveLine | undefined =>
    sound.reported.flatMap((message) => (message.kind === 'live' ? message.lines : []))[0]
  await expect.poll(lineOf, { timeout: 20_000 }).toBeDefined()
  const { id: lineId = '', text } = lineOf() ?? {}
  const corrected = String(text).replace(/^\S+/u, 'Whoever')
  await page.call('recorder.changeText', { runningId, change: { kind: 'line', lineId, text: corrected } })
  await page.call('recorder.changeText', {
    runningId,
    change: { kind: 'name', source: 0, name: 'Anna', lineIds: null },
  })

  const words = ['transcribe', twoVoicesEn, '--quick', '--language', 'en', '--progress', 'json']
  const beside = startParolo(words, { ...place, environment: withoutModels })
  const waiting = await beside.line(({ type, kind }) => type === 'progress' && kind === 'waiting')
  expect(waiting.pid).toBe(host.pid)
  host.child.kill('SIGKILL')
  mustExit(await beside.result, 0)

  // Its page may reconnect for two minutes.
  expect((await run('list')).stderr).not.toContain('recovered')
  const longAgo = new Date(Date.now() - WAIT_FOR_PAGE_MS - 1_000)
  await utimes(journalPath(path.join(place.home, 'recordings', runningId)), longAgo, longAgo)
  const listed = await run('list')
  expect(listed.stderr).toMatch(/^Recording recovered, 0:1[12]: Garden committee \(\w+\)$/mu)
  mustExit(await run('transcribe', 'Garden committee', '--quick', '--language', 'en', '--format', 'txt'), 0)
  const { stdout } = await run('export', 'Garden committee', '--format', 'txt', '--stdout')
  expect(stdout).toContain('Anna')
  expect(stdout).toContain(corrected.split(' ').slice(0, 4).join(' '))
}, 60_000)
