import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json } from '#core/formats/json/json'
import { rttm } from '#core/formats/tables/rttm'
import { english, sampleDocument } from '#core/formats/testing/sample-document'
import type { SpeakingTime } from '#core/speaking/speaking-time'
import type { TranscriptDocument } from '#core/transcript/document'
import { unzip } from '#studio/export/testing/unzip'
import { openLibrary } from '#studio/library/open'
import { makeTestHome, type TestHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { runParolo } from './testing/run-parolo.ts'

const LONG = 60_000

/** The sample with overlapping speech, also in touching turns, and one silent speaker. */
function talkedOver(): TranscriptDocument {
  const document = sampleDocument('resources/samples/conversation-en.json')
  const [first, second] = document.transcript.speakers
  const turns = [
    ...document.transcript.turns,
    { speakerId: first!.id, startMs: 3000, endMs: 9500 },
    { speakerId: second!.id, startMs: 9000, endMs: 12_345 },
    { speakerId: second!.id, startMs: 12_345, endMs: 13_001 },
    { speakerId: 's3', startMs: 500, endMs: 10_000 },
  ]
  const speakers = [
    { ...first!, name: 'Zoë' },
    { ...second!, name: null },
    { id: 's3', name: 'Bo "B", Jr', colour: 2, groupId: null },
    { id: 's4', name: 'Mute', colour: 3, groupId: null },
  ]
  return { ...document, transcript: { ...document.transcript, turns, speakers } }
}

const document = talkedOver()
const exported = rttm.write!(document, english).text

/** Who speaks in each millisecond, derived only from the lines of an RTTM file. */
function countedFrom(text: string, durationMs: number) {
  const speaking = new Map<string, Uint8Array>()
  for (const line of text.trimEnd().split('\n')) {
    const [, , , start, length, , , name] = line.split(' ')
    const from = Math.round(Number(start) * 1000)
    const own = speaking.get(name!) ?? new Uint8Array(durationMs)
    speaking.set(name!, own.fill(1, from, from + Math.round(Number(length) * 1000)))
  }
  const all = [...speaking.values()]
  const together = Uint8Array.from({ length: durationMs }, (_, ms) =>
    all.reduce((sum, own) => sum + (own[ms] ?? 0), 0),
  )
  const count = (values: Uint8Array, is: (value: number, ms: number) => boolean): number =>
    values.reduce((sum, value, ms) => sum + (is(value, ms) ? 1 : 0), 0)
  /** Lengths of turns: speech with pauses under 5 s in which others speak for less than 1 s. */
  const turnsOf = (own: Uint8Array): number[] => {
    const turns: { from: number; to: number }[] = []
    for (const [ms, value] of own.entries()) {
      if (value === 0) continue
      const last = turns.at(-1)
      const pause = last === undefined ? null : together.subarray(last.to, ms)
      const goesOn = pause !== null && pause.length < 5000 && count(pause, (speakers) => speakers > 0) < 1000
      if (last !== undefined && goesOn) last.to = ms + 1
      else turns.push({ from: ms, to: ms + 1 })
    }
    return turns.map(({ from, to }) => to - from)
  }
  return {
    silenceMs: count(together, (value) => value === 0),
    overlapMs: count(together, (value) => value > 1),
    speakers: new Map(
      [...speaking].map(([name, own]) => [
        name,
        {
          speakingMs: count(own, (value) => value === 1),
          turns: turnsOf(own).length,
          longestTurnMs: Math.max(0, ...turnsOf(own)),
          overlapMs: count(own, (value, ms) => value === 1 && (together[ms] ?? 0) > 1),
        },
      ]),
    ),
    both: (a: string, b: string) =>
      count(speaking.get(a)!, (value, ms) => value === 1 && speaking.get(b)![ms] === 1),
  }
}

/** A speaker's name in the RTTM. */
const fieldOf = (name: string | null, id: string): string => (name ?? id).replaceAll(' ', '_')

let place: TestHome
const file = 'talk.parolo.json'
beforeAll(async () => {
  place = await makeTestHome()
  await writeFile(path.join(place.folder, file), json.write!(document, english).text)
  await keepInLibrary(place.home, document)
}, LONG)
afterAll(() => place.remove())

async function keepInLibrary(home: string, { recording, transcript }: TranscriptDocument): Promise<string> {
  const library = await openLibrary(home)
  try {
    const { id: recordingId } = await library.addRecording({
      path: '/none/talk.opus',
      fileName: 'talk.opus',
      title: 'The talk',
      bytes: 1,
      mtimeMs: 1,
      sha256: recording.sha256,
    })
    const { durationMs } = recording
    await library.saveTrack({
      recordingId,
      index: 0,
      durationMs,
      sampleCount: durationMs * 16,
      pcmSha256: 'pcm',
      codec: 'opus',
    })
    const job = { recordingId, kind: 'transcribe', settings: {}, settingsKey: 'k' } as const
    const { id: jobId } = await library.requestJob(job)
    const { language, run } = transcript
    const { id } = await library.startTranscript({ recordingId, jobId, language, run, settingsKey: 'k' })
    await library.saveSpeakersAndTurns(id, transcript.speakers, transcript.turns, [])
    await library.putParagraphs(id, transcript.paragraphs)
    await library.finishTranscript(id)
    await library.addMeetingFacts(recordingId, {
      place: 'Board room',
      moments: [
        { id: 'm1', kind: 'decision', atMs: 5_000, value: 'We go.' },
        { id: 'm2', kind: 'action', atMs: 6_000, value: { text: 'Book seats', who: 'Zoë', until: '' } },
      ],
    })
    return id
  } finally {
    await library.close()
  }
}

const run = (...words: string[]) => runInProcess(['stats', ...words], place)

describe('stats', () => {
  it.each(['a file', 'a recording'])('of %s as JSON are what a count of the RTTM gives', async (of) => {
    const result = await run(of === 'a file' ? file : 'The talk', '--format', 'json')
    expect(result).toMatchObject({ exitCode: 0, stderr: '' })
    const reported = JSON.parse(result.stdout) as SpeakingTime
    const counted = countedFrom(exported, document.recording.durationMs)
    expect(Object.keys(reported)).toEqual(['durationMs', 'silenceMs', 'overlapMs', 'speakers', 'overlaps'])
    expect(reported.durationMs).toBe(document.recording.durationMs)
    expect(reported.silenceMs).toBe(counted.silenceMs)
    expect(reported.overlapMs).toBe(counted.overlapMs)
    expect(reported.overlapMs).toBeGreaterThan(0)
    expect(reported.speakers.map(({ name }) => name)).toEqual(['Zoë', null, 'Bo "B", Jr', 'Mute'])
    const everyones = [...counted.speakers.values()].reduce((sum, each) => sum + each.speakingMs, 0)
    for (const { id, name, share, words, wordsPerMinute, ...times } of reported.speakers) {
      const own = counted.speakers.get(fieldOf(name, id))
      expect(times).toEqual(own ?? { speakingMs: 0, turns: 0, longestTurnMs: 0, overlapMs: 0 })
      expect(share).toBeCloseTo(times.speakingMs / everyones, 10)
      const said = document.transcript.paragraphs.filter((each) => each.speakerId === id)
      expect(words).toBe(said.reduce((sum, each) => sum + each.words.length, 0))
      expect(wordsPerMinute).toBeCloseTo(words === 0 ? 0 : words / (times.speakingMs / 60_000), 10)
    }
    const nameOf = new Map(reported.speakers.map(({ id, name }) => [id, fieldOf(name, id)]))
    expect(reported.overlaps.length).toBeGreaterThan(1)
    for (const { a, b, ms } of reported.overlaps)
      expect(ms).toBe(counted.both(nameOf.get(a)!, nameOf.get(b)!))
  })

  it('count redacted words as the page does, and not the placeholders', async () => {
    const own = await makeTestHome()
    try {
      const id = await keepInLibrary(own.home, document)
      const library = await openLibrary(own.home)
      try {
        const words = (await library.transcript(id)).paragraphs[0]?.words ?? []
        const [fromWordId, toWordId] = [words[0]?.id ?? '', words[4]?.id ?? '']
        const mark = { id: 'r', kind: 'redaction', value: null, fromWordId, toWordId } as const
        await library.applyEdits(id, [{ kind: 'set-mark', id: 'e', mark }], { baseNumber: 0 })
      } finally {
        await library.close()
      }
      const wordsIn = async (home: TestHome): Promise<number[]> => {
        const { stdout } = await runInProcess(['stats', 'The talk', '--format', 'json'], home)
        return (JSON.parse(stdout) as SpeakingTime).speakers.map(({ words }) => words)
      }
      expect(await wordsIn(own)).toEqual(await wordsIn(place))
    } finally {
      await own.remove()
    }
  })

  it('are a table whose columns stand under one another, in both languages', async () => {
    for (const [language, headings] of [
      ['en', /^Speaker +Time +Share +Turns/u],
      ['fr', /^Voix +Temps +Part +Prises de parole/u],
    ] as const) {
      const { stdout, exitCode } = await run(file, '--lang', language)
      expect(exitCode).toBe(0)
      const lines = stdout.split('\n')
      expect(lines[0]).toMatch(headings)
      expect(new Set(lines.slice(0, 5).map((line) => line.length)).size).toBe(1)
      expect(lines[2]).toMatch(language === 'en' ? /^Speaker 2 +\d/u : /^Voix 2 +\d/u)
      expect(stdout).toMatch(language === 'en' ? /^Silence +\d\.\d\ss$/mu : /^Silence +\d,\d\ss$/mu)
      expect(stdout).toContain('  Zoë / Bo "B", Jr')
    }
  })

  it('are CSV with every name in its field', async () => {
    const { stdout } = await runParolo(['stats', 'The talk', '--format', 'csv'], place)
    const lines = stdout.split('\r\n')
    expect(lines[0]).toBe('id,name,speakingMs,share,turns,longestTurnMs,words,wordsPerMinute,overlapMs')
    expect(lines[3]).toMatch(/^s3,"Bo ""B"", Jr",9500,/u)
    expect(lines).toHaveLength(1 + 4 + 3 + 1)
  })

  it('say what they cannot read', async () => {
    await writeFile(path.join(place.folder, 'other.json'), '{"format": "other"}')
    expect(await run('other.json')).toMatchObject({ exitCode: 1, stdout: '' })
    const missing = await run('missing.parolo.json')
    expect(missing.exitCode).toBe(1)
    expect(missing.stderr).toContain('missing.parolo.json')
    expect(await run('nobody knows this')).toMatchObject({ exitCode: 1, stdout: '' })
    expect(await run()).toMatchObject({ exitCode: 2, stdout: '' })
    expect(await run(file, '--format', 'xml')).toMatchObject({ exitCode: 2, stdout: '' })
  })
})

describe('export', () => {
  const exportOf = (...words: string[]) => runInProcess(['export', 'The talk', ...words], place)

  it('writes Markdown and Word', async () => {
    const result = await runParolo(['export', 'The talk', '--format', 'md,docx'], place)
    expect(result.exitCode).toBe(0)
    expect(result.stderr).toContain('The talk.docx')
    expect((await exportOf('--format', 'md', '--stdout')).stdout).toMatch(
      /^# The talk\n\n\*\*Zoë\*\* \(0:00:00\)\n/u,
    )
  })

  it('gives a Word document a first page with speaking time', async () => {
    const result = await exportOf('--format', 'docx', '--first-page', '--out', 'first-page')
    expect(result.exitCode).toBe(0)
    const bytes = await readFile(path.join(place.folder, 'first-page', 'The talk.docx'))
    const xml = unzip(bytes).get('word/document.xml')
    expect(xml).toContain('Speaking time')
    expect(xml).toContain('<w:pageBreakBefore/>')
  })

  it('writes minutes in three formats, with the whole text where it is asked for', async () => {
    const result = await exportOf('--format', 'minutes,minutes-md,minutes-html', '--out', 'minutes')
    expect(result.exitCode).toBe(0)
    const made = (name: string) => readFile(path.join(place.folder, 'minutes', `The talk.minutes.${name}`))
    const markdown = (await made('md')).toString('utf8')
    expect(markdown).toMatch(/^# The talk\n\n.*\d{4}\n\nBoard room\n\n## People\n\n\| Speaker/u)
    expect(markdown).toContain('## Decisions\n\n1. We go. (0:05)\n')
    expect(markdown).not.toContain('## Transcript')
    expect((await made('html')).toString('utf8')).toContain('<td>Book seats</td><td>Zoë</td>')
    expect(unzip(await made('docx')).get('word/document.xml')).toContain('We go.')
    const whole = await exportOf('--format', 'minutes-md', '--whole-text', '--stdout')
    expect(whole.stdout).toContain('## Transcript\n\n**Zoë**')
    // Without a recording there is no sound around them.
    const around = await exportOf('--format', 'minutes-html', '--sound-around', '--stdout')
    expect(around).toMatchObject({ exitCode: 0 })
    expect(around.stdout).not.toContain('<audio')
    const useless = await exportOf('--format', 'minutes,html', '--sound-around')
    expect(useless).toMatchObject({ exitCode: 2, stdout: '' })
    expect(useless.stderr).toContain('--sound-around')
    const refused = await exportOf('--format', 'md', '--whole-text')
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' })
    expect(refused.stderr).toContain('--whole-text')
  })

  it('prints no file that is no text', async () => {
    const result = await exportOf('--stdout', '--format', 'docx')
    expect(result).toMatchObject({ exitCode: 2, stdout: '' })
  })
})
