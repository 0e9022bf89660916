import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { planned } from './testing/planned-archive.ts'
import { jsonLines, mustExit } from './testing/run-parolo.ts'
import { savedDecodes } from './testing/saved-decodes.ts'
import { conversationEn, oneVoiceEn, twoVoicesEn } from './testing/speech.ts'
import { filesBelow } from './testing/test-home.ts'

const two = { 'one.opus': oneVoiceEn, 'two.opus': twoVoicesEn }

describe('workers of an archive', { timeout: 120_000 }, () => {
  it('two workers on one shard end well, with one file a recording', async () => {
    const archive = await planned(two)
    const both = [0, 1].map(() => archive.start('work', archive.dir, '--shard', '0'))
    for (const { result } of both) mustExit(await result, 0)
    expect(await archive.results()).toHaveLength(2)
    expect(await filesBelow(path.join(archive.dir, 'tmp'))).toEqual([])
    expect(await archive.status()).toMatchObject({ done: 2, running: 0, failed: 0 })
  })

  it('TERM keeps what the running recording has, and another worker goes on with it', async () => {
    const archive = await planned({ 'talk.opus': conversationEn })
    const worker = archive.start('work', archive.dir, '--shard', '0', '--progress', 'json')
    await worker.line(({ step, fraction }) => step === 'words' && Number(fraction) > 0)
    expect(await archive.status()).toMatchObject({ done: 0, running: 1 })
    worker.child.kill('SIGTERM')
    expect((await worker.result).exitCode).toBe(130)
    expect(await archive.status()).toMatchObject({ done: 0, running: 0, failed: 0 })
    const [checkpoint = '', ...others] = await filesBelow(path.join(archive.dir, 'checkpoints'))
    expect(others).toEqual([])
    await mkdir(archive.home)
    await copyFile(path.join(archive.dir, 'checkpoints', checkpoint), path.join(archive.home, 'library.db'))
    expect(savedDecodes(archive.home)).toBeGreaterThan(0)
    const [costs = ''] = await readdir(path.join(archive.dir, 'costs'))
    expect(await readFile(path.join(archive.dir, 'costs', costs), 'utf8')).toContain(
      '"outcome":"interrupted"',
    )
    const again = await archive.run('work', archive.dir, '--shard', '0', '--progress', 'json')
    mustExit(again, 0)
    expect(await archive.status()).toMatchObject({ done: 1, running: 0, failed: 0 })
    for (const left of ['checkpoints', 'attempts', 'tmp'])
      expect(await filesBelow(path.join(archive.dir, left))).toEqual([])
  })

  it('a worker that is killed leaves an interrupted attempt, of which the fifth in a row is the last', async () => {
    const archive = await planned({ 'talk.opus': conversationEn })
    const worker = archive.start('work', archive.dir, '--shard', '0', '--progress', 'json')
    await worker.line(({ step }) => step === 'words')
    process.kill(-worker.pid, 'SIGKILL')
    await worker.result
    const [attempt = ''] = await filesBelow(path.join(archive.dir, 'attempts'))
    const file = path.join(archive.dir, 'attempts', attempt)
    for (const copy of ['a', 'b', 'c', 'd']) await copyFile(file, file.replace('.json', `${copy}.json`))
    expect(await archive.status()).toMatchObject({ done: 0, running: 0, failed: 0 })
    const worked = await archive.run('work', archive.dir, '--shard', '0', '--progress', 'json')
    mustExit(worked, 0)
    expect(jsonLines(worked.stderr)).toMatchObject([
      { type: 'dead-letter' },
      { type: 'shard', deadLetters: 1 },
    ])
    expect(await archive.status()).toMatchObject({ done: 0, failed: 1 })
    // The dead worker's own library has been removed from the disk too.
    expect((await readdir(archive.root)).filter((name) => name.startsWith('parolo-archive'))).toEqual([])
  })
})
