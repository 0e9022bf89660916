import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { json } from '#core/formats/json/json'
import { sampleDocument } from '#core/formats/testing/sample-document'
import { sha256OfFile } from '#studio/files/sha256-of-file'
import { makeTestHome, type TestHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines, runParolo } from './testing/run-parolo.ts'
import { conversationEn } from './testing/speech.ts'

const LONG = 120_000

let place: TestHome
let text: string
beforeEach(async () => {
  place = await makeTestHome()
  const { recording, transcript } = sampleDocument('resources/samples/conversation-en.json')
  const sha256 = await sha256OfFile(conversationEn)
  const extra = { document: { 'x-kept': true } }
  const document = { recording: { ...recording, sha256 }, transcript, extra }
  text = json.write?.(document, { speakerLabel: String }).text ?? ''
})
afterEach(() => place.remove())

const run = (...words: string[]) => runInProcess(words, place)
const put = async (name: string, content: string) => {
  await writeFile(path.join(place.folder, name), content)
  return name
}

describe('parolo add FILE.parolo.json', { timeout: LONG }, () => {
  it('adds transcript and sound, and export gives the file back', async () => {
    await copyFile(conversationEn, path.join(place.folder, 'other name.opus'))
    const added = await runParolo(['add', await put('talk.parolo.json', text)], place)
    expect(added).toMatchObject({ exitCode: 0, stdout: '' })
    expect(added.stderr).toMatch(/^A sample: transcript imported \([0-9a-f]{12}\)\.\n$/u)
    const exported = await run('export', 'A sample', '--format', 'json', '--stdout')
    expect(exported.stdout).toBe(text)
    const again = await run('add', 'talk.parolo.json', '--progress', 'json')
    expect(again.exitCode).toBe(0)
    expect(jsonLines(again.stderr)).toMatchObject([{ type: 'transcript-added', transcript: 'known' }])
    expect((await run('list')).stdout.trim().split('\n')).toHaveLength(1)
  })

  it('names file and place of what it refuses, and adds the others', async () => {
    const cut = await put('cut.parolo.json', text.slice(0, 2_000))
    const wrong = await put('wrong.parolo.json', text.replace(/"startMs":\d+/u, '"startMs":-4'))
    const newer = await put('newer.parolo.json', text.replace('"version": 1', '"version": 9'))
    const good = await put('good.parolo.json', text)
    const result = await run('add', cut, wrong, newer, 'nowhere.parolo.json', good)
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toMatch(
      /^parolo: cut\.parolo\.json is incomplete or damaged at line \d+, column \d+\./mu,
    )
    expect(result.stderr).toMatch(/^parolo: wrong\.parolo\.json is not valid at turns\[0\]\.startMs\./mu)
    expect(result.stderr).toMatch(
      /^ {2}\| turns\[0\]\.startMs: a time from 0 to 1,000 hours expected, found -4$/mu,
    )
    expect(result.stderr).toMatch(/^parolo: newer\.parolo\.json was saved by a newer version of Parolo/mu)
    expect(result.stderr).toMatch(/^parolo: nowhere\.parolo\.json was not found\./mu)
    expect(result.stderr).toMatch(/^A sample: transcript imported/mu)
    expect(await readFile(path.join(place.folder, wrong), 'utf8')).toContain('"startMs":-4')
  })

  it('reports what it put right in reading', async () => {
    const file = await put('half.parolo.json', text.replace(/"startMs":(\d+)/u, '"startMs":$1.4'))
    const result = await run('add', file)
    expect(result.exitCode).toBe(0)
    expect(result.stderr).toContain('half.parolo.json: time rounded to a millisecond: turns[0].startMs')
  })
})

describe('parolo add FILE.srt', { timeout: LONG }, () => {
  const srt = '1\n00:00:00.500 --> 00:00:02.000\nHow are things\nat the workshop?\n'

  it('adds captions with the recording beside them, says what was corrected, and export gives them back', async () => {
    await copyFile(conversationEn, path.join(place.folder, 'talk.opus'))
    const added = await run('add', await put('talk.srt', srt))
    expect(added.exitCode).toBe(0)
    expect(added.stderr).toMatch(/^talk: transcript imported \([0-9a-f]{12}\)\.$/mu)
    expect(added.stderr).toContain('talk.srt:2: times in another notation')
    const exported = await run('export', 'talk', '--format', 'srt', '--stdout')
    expect(exported.stdout).toBe(srt.replaceAll(/(\d)\.(\d{3})/gu, '$1,$2'))
    expect((await run('add', 'talk.srt')).stderr).toContain('has exactly this transcript already')
  })

  it('refuses a text without times, naming what to do', async () => {
    const result = await run('add', await put('notes.txt', 'Some notes.'))
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toContain('parolo align MEDIA notes.txt')
  })
})
