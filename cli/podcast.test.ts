import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { serve } from '../studio/network/testing/file-server.ts'
import { madeSound } from '../studio/podcasts/testing/made-sounds.ts'
import {
  madeFeed,
  type PodcastServer,
  podcastServer,
  text,
} from '../studio/podcasts/testing/podcast-server.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { makeTestHome, type TestHome } from './testing/test-home.ts'

let place: TestHome
let server: PodcastServer
beforeEach(async () => {
  place = await makeTestHome()
  server = await podcastServer()
})
afterEach(() => place.remove())

const run = (...words: string[]) => runInProcess(['podcast', ...words], place)

it('adds a podcast, lists its episodes, downloads one with its transcript, asks again and forgets it', async () => {
  const sound = await madeSound('mp3')
  const transcript = '<podcast:transcript url="2.srt" type="application/srt"/>'
  server.answers['/feed.xml'] = text(madeFeed([{ number: 2, more: transcript }, { number: 1 }]))
  server.answers['/2.mp3'] = serve(sound)
  server.answers['/2.srt'] = text('1\n00:00:00,000 --> 00:00:02,000\nHello there\n')
  const added = await run('add', `${server.url}/feed.xml`)
  expect(added.stderr).toMatch(/^Added: [0-9a-f]{12} Mending things \(2 episodes\)\n$/u)
  expect((await run('list')).stdout).toMatch(/^[0-9a-f]{12}\t2\tMending things\thttp:\/\/127/u)

  const listed = (await run('list', 'mending things')).stdout.trim().split('\n')
  expect(listed.map((line) => line.split('\t').slice(1))).toEqual([
    ['2026-01-02', '-', '39\u00A0MB', '-', 'transcript', '2: zippers'],
    ['2026-01-01', '-', '39\u00A0MB', '-', '-', '1: zippers'],
  ])
  const id = listed[0]?.split('\t')[0] ?? ''
  const got = await run('get', id.slice(0, 8), '--transcript')
  expect(got).toMatchObject({ exitCode: 0 })
  expect(got.stderr).toContain('Downloaded: ')
  expect(got.stderr).toMatch(/The feed says 39\sMB, the server \d+\skB\./u)
  expect(got.stderr).toContain('Transcript of the feed opened: ')
  expect((await runInProcess(['show', '2: zippers'], place)).stdout).toContain('Hello there')
  expect((await run('get', id)).stderr).toContain('Already in the library: ')
  expect((await run('list', 'Mending things')).stdout).toContain('\there\ttranscript\t2: zippers')

  expect((await run('refresh')).stderr).toBe('Mending things: nothing has changed\n')
  expect((await run('remove', 'Mending things')).stderr).toBe(
    'Removed: Mending things. Recordings of its episodes stay.\n',
  )
  expect((await run('list')).stdout).toBe('')
  expect((await runInProcess(['list'], place)).stdout).toContain('2: zippers')
})

it('adds the feeds of a file, says what failed, and goes on', async () => {
  server.answers['/feed.xml'] = text(madeFeed([{ number: 1 }]))
  await writeFile(
    path.join(place.folder, 'list.opml'),
    `<opml><body><outline xmlUrl="${server.url}/gone"/><outline xmlUrl="${server.url}/feed.xml"/></body></opml>`,
  )
  const added = await run('add', 'list.opml', 'missing.opml')
  expect(added.exitCode).toBe(1)
  expect(added.stderr).toContain('Mending things (1 episode)')
  expect(added.stderr).toMatch(/\/gone: 127\.0\.0\.1:\d+ refused the download \(status 404\)\./u)
  expect(added.stderr).toContain('missing.opml')
})

it.each([
  [['add', 'http://a.example/feed'], 'This address is not allowed: http://a.example/feed.', 1],
  [['list', 'nothing'], 'There is no podcast “nothing” here.', 1],
  [['get', 'abcd1234'], 'There is no episode “abcd1234” here.', 1],
  [['add'], 'No file was given.', 2],
  [['listen'], 'Unknown or invalid option: listen.', 2],
])('says what is wrong with %j', async (words, message, exitCode) => {
  const result = await run(...words)
  expect(result.stderr).toContain(message)
  expect(result.exitCode).toBe(exitCode)
})
