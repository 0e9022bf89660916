import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArchiveStatus } from '#core/archive/status'
import { readJson } from '#core/formats/json/json-reader'
import { planned } from './testing/planned-archive.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines, mustExit } from './testing/run-parolo.ts'
import { oneVoiceEn, twoVoicesEn } from './testing/speech.ts'
import { filesBelow, testHome } from './testing/test-home.ts'

const two = { 'one.opus': oneVoiceEn, 'two.opus': twoVoicesEn }

describe('parolo archive', () => {
  it('plans, works, reports how far it is, and gathers again and again', async () => {
    const archive = await planned(two, '--hours', '0.003')
    await writeFile(path.join(archive.sounds, 'broken.mp3'), 'no sound')
    await archive.plan('--hours', '0.003')
    const refused = await readFile(path.join(archive.dir, 'refused.tsv'), 'utf8')
    expect(refused).toMatch(/^path\treason\tmessage\n[^\n]*broken\.mp3\tmedia\.unreadable\t[^\n]*\n$/u)
    expect(await archive.status()).toMatchObject({ total: 2, done: 0, refused: 1, rate: null, cost: null })
    for (const shard of ['0', '1']) mustExit(await archive.run('work', archive.dir, '--shard', shard), 0)
    const status = JSON.parse(
      (await archive.run('status', archive.dir, '--json', '--price', '2')).stdout,
    ) as ArchiveStatus
    expect(status).toMatchObject({ total: 2, done: 2, running: 0, failed: 0, refused: 1, secondsLeft: 0 })
    expect(status.hours.done).toBe(status.hours.total)
    expect(status.rate).toBeGreaterThan(0)
    expect(status.cost).toBeCloseTo(status.coreHours * 2)
    const results = await archive.results()
    expect(results).toHaveLength(2)
    for (const file of results) {
      const { document, corrections } = readJson(await readFile(file, 'utf8'))
      expect(corrections).toEqual([])
      expect(path.basename(file)).toBe(`${document.recording.sha256}.parolo.json`)
      expect(path.basename(path.dirname(file))).toBe(document.recording.sha256.slice(0, 2))
    }
    for (const left of ['tmp', 'attempts', 'checkpoints'])
      expect(await filesBelow(path.join(archive.dir, left))).toEqual([])
    expect((await readdir(archive.root)).filter((name) => name.startsWith('parolo-archive'))).toEqual([])
    const data = path.join(archive.root, 'gathered')
    const gather = async () =>
      jsonLines((await archive.run('gather', archive.dir, '--data', data, '--progress', 'json')).stderr).find(
        ({ type }) => type === 'gathered',
      )
    expect(await gather()).toMatchObject({ added: 2, known: 0, broken: 0 })
    expect(await gather()).toMatchObject({ added: 0, known: 2, broken: 0 })
    const list = await runInProcess(['list', '--data', data], archive)
    expect(list.stdout.trim().split('\n')).toHaveLength(2)
    const [file = ''] = results
    mustExit(await runInProcess(['add', file, '--data', data], archive), 0)
    expect((await runInProcess(['list', '--data', data], archive)).stdout).toBe(list.stdout)
  })

  it('keeps what a list says, gives it to the library, and keys each recording by its own row', async () => {
    const archive = await planned(two)
    const list = path.join(archive.sounds, 'list.tsv')
    await writeFile(
      list,
      'path\ttitle\tdate\tcollection\tspeakers\tid\none.opus\tÀ propos\t1998-03-02\tNews\t1\tA-7\ntwo.opus\t\t2001\t\t\t\nlost.opus\n',
    )
    mustExit(await archive.run('plan', list, '--out', archive.dir, '--quick', '--language', 'en'), 0)
    expect(await readFile(path.join(archive.dir, 'refused.tsv'), 'utf8')).toContain(
      'lost.opus\tmedia.not-found',
    )
    mustExit(await archive.run('work', archive.dir, '--shard', '0'), 0)
    expect(await readdir(path.join(archive.dir, 'done'))).toHaveLength(2)
    const data = path.join(archive.root, 'years')
    mustExit(await archive.run('gather', archive.dir, '--data', data, '--by', 'YEAR'), 0)
    expect((await readdir(data)).sort()).toEqual(['1998', '2001'])
    const json = await runInProcess(
      ['export', 'À propos', '--format', 'json', '--stdout', '--data', path.join(data, '1998')],
      archive,
    )
    const { document } = readJson(json.stdout)
    expect(document.recording).toMatchObject({ title: 'À propos', fileName: 'one.opus', date: '1998-03-02' })
    expect(document.extra?.recording).toEqual({ archive: { id: 'A-7', collection: 'News' } })
  })
})

describe('parolo archive, used wrongly', () => {
  it.each([
    ['no word', [], 'archive'],
    ['an unknown word', ['polish'], 'polish'],
    ['no folder for the plan', ['plan', twoVoicesEn], '--out'],
    ['hours that are none', ['plan', twoVoicesEn, '--out', 'x', '--hours', '0'], '--hours 0'],
    ['half a core', ['plan', twoVoicesEn, '--out', 'x', '--cpus', '.5'], '--cpus .5'],
    ['memory that is none', ['plan', twoVoicesEn, '--out', 'x', '--mem', 'much'], '--mem'],
    ['no shard', ['work', 'x'], '--shard'],
    ['an option of another word', ['work', 'x', '--shard', '0', '--hours', '3'], '--hours'],
    ['a price that is none', ['status', 'x', '--price', 'low'], '--price low'],
    ['libraries by something else', ['gather', 'x', '--by', 'mood'], '--by mood'],
  ])('%s: exit 2, one line that names it, nothing made', async (_, words, named) => {
    const place = await testHome()
    const result = await runInProcess(['archive', ...words], place)
    expect(result).toMatchObject({ exitCode: 2, stdout: '' })
    expect(result.stderr).toMatch(/^parolo: [^\n]*\n$/u)
    expect(result.stderr).toContain(named)
    expect(await filesBelow(place.root)).toEqual([])
  })

  it('says what is no plan, and what is no recording', async () => {
    const place = await testHome()
    for (const word of [
      ['work', '.', '--shard', '0'],
      ['status', '.'],
      ['gather', '.'],
      ['retry', '.'],
    ]) {
      const result = await runInProcess(['archive', ...word, '--progress', 'json'], place)
      expect(result.exitCode).toBe(1)
      expect(jsonLines(result.stderr)).toMatchObject([{ code: 'archive.no-plan' }])
    }
    const none = await runInProcess(
      ['archive', 'plan', place.folder, '--out', 'x', '--progress', 'json'],
      place,
    )
    expect(jsonLines(none.stderr)).toMatchObject([{ code: 'archive.no-recordings' }])
  })
})
