import Database from 'better-sqlite3'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Fault } from '#contracts/errors'
import type { LibraryEvent } from './library-event.ts'
import type { Library } from './library.ts'
import { LIBRARY_FILE } from './database/library-file.ts'
import { recordDamage, rememberSound, whenFoundSound } from './database/sound-file.ts'
import { openLibrary } from './open.ts'
import {
  newRecording,
  openedCalls,
  openedLibrary,
  paragraph,
  run,
  speaker,
  temporaryFolder,
} from './testing/fixtures.ts'

const holdAJob = join(import.meta.dirname, 'testing', 'hold-a-job.ts')

async function requestedJob(library: Library, name = 'a'): Promise<string> {
  const recording = await library.addRecording(newRecording(name))
  const job = await library.requestJob({
    recordingId: recording.id,
    kind: 'transcribe',
    settings: {},
    settingsKey: 'k',
  })
  return job.id
}

/** A child that holds the job; `pid` is its own, even if a shell is in between. */
async function holder(
  command: string,
  args: string[],
): Promise<{ child: ChildProcess; pid: number; said: string }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for await (const piece of child.stdout as AsyncIterable<Buffer>) {
    said += piece.toString()
    if (said.endsWith('\n')) break
  }
  return { child, pid: Number(said.trim().split(' ').at(-1)), said }
}

describe('openLibrary', () => {
  it('gives back a whole transcript from the worker', async () => {
    const library = await openedLibrary()
    const jobId = await requestedJob(library)
    const recordingId = (await library.recordings())[0]?.id ?? ''
    const { id } = await library.startTranscript({
      recordingId,
      jobId,
      language: 'en',
      run,
      settingsKey: 'k',
    })
    const speakers = [speaker('s1', 'Ada')]
    const turns = [{ speakerId: 's1', startMs: 0, endMs: 900 }]
    const paragraphs = [paragraph('p1', 'one two', 0, { speakerId: 's1' })]
    await library.saveSpeakersAndTurns(id, speakers, turns, [new Float32Array([1, 2])])
    await library.putParagraphs(id, paragraphs)
    await library.finishTranscript(id)
    expect(await library.transcript(id)).toEqual({
      id,
      recordingId,
      language: 'en',
      run,
      speakers,
      turns,
      paragraphs,
      marks: [],
    })
    expect(await library.voicePrints(id)).toEqual([{ speakerId: 's1', print: new Float32Array([1, 2]) }])
  })

  it('brings faults over the border with all that they say', async () => {
    const library = await openedLibrary()
    const fault = await library.recording('none').catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(Fault)
    expect(fault).toMatchObject({ code: 'recording.unknown', values: { reference: 'none' } })
    const bug = await library.putParagraphs('x', undefined as never).catch((error: unknown) => error)
    expect(bug).toMatchObject({ code: expect.stringMatching(/^(internal|recording\.no-transcript)$/) })
  })

  it('refuses with the fault that opening found', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    await expect(openLibrary(file)).rejects.toMatchObject({
      code: 'library.unusable',
      values: { folder: file },
    })
  })

  it('reports a damaged library', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'library.db'), 'garbage')
    const library = await openedLibrary(folder)
    expect(library.openingReport).toEqual({
      damagedKeptAt: join(folder, 'backups', 'damaged-1'),
      salvagedRows: 0,
    })
    expect((await openedLibrary(folder)).openingReport).toBeNull()
  })

  it('is not read whole again where it was closed in good order, and is checked once it was changed', async () => {
    const folder = temporaryFolder()
    const file = join(folder, LIBRARY_FILE)
    const first = await openLibrary(folder)
    await first.addRecording(newRecording('a'))
    await first.close()
    expect(whenFoundSound(file, Date.now())).not.toBeNull()
    const again = await openLibrary(folder)
    await again.addRecording(newRecording('b'))
    await again.close()
    expect(whenFoundSound(file, Date.now())).not.toBeNull()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0xa5, 0, 100))
    const repaired = await openedLibrary(folder)
    expect(repaired.openingReport).not.toBeNull()
    expect(await repaired.recordings()).toHaveLength(2)
  })

  it('is checked at the next start after any call met damage', async () => {
    const folder = temporaryFolder()
    const file = join(folder, LIBRARY_FILE)
    await (await openLibrary(folder)).close()
    expect(whenFoundSound(file, Date.now())).not.toBeNull()
    const { store } = openedCalls(folder)
    const damage = Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' })
    expect(() =>
      store.read(() => {
        throw damage
      }),
    ).toThrow(damage)
    expect(store.isDamaged).toBe(true)
    store.close()
    // Another program that did not see the damage must not mark the file as sound.
    rememberSound(file, Date.now() - 1_000)
    expect(whenFoundSound(file, Date.now())).toBeNull()
  })

  it('takes no call after it was closed', async () => {
    const library = await openedLibrary()
    const last = library.setSetting('x', 1)
    await library.close()
    await last
    await expect(library.settings()).rejects.toMatchObject({ code: 'library.unusable' })
    await library.close()
  })

  it('can be made by many at once', async () => {
    const folder = temporaryFolder()
    const libraries = await Promise.all(Array.from({ length: 4 }, () => openedLibrary(folder)))
    await Promise.all(libraries.map((library, index) => library.addRecording(newRecording(`r${index}`))))
    for (const library of libraries) {
      expect(library.openingReport).toBeNull()
      expect(await library.recordings()).toHaveLength(4)
    }
  })

  it('whose damage was looked for by one program is opened by others beside it', async () => {
    const folder = temporaryFolder()
    await (await openedLibrary(folder)).close()
    recordDamage(join(folder, 'library.db'), Date.now())
    const [first, second] = [await openedLibrary(folder), await openedLibrary(folder)]
    await first.addRecording(newRecording('a'))
    expect(await second.recordings()).toHaveLength(1)
  })

  it('is mended once where many find it damaged at once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'library.db'), 'garbage')
      const libraries = await Promise.all(Array.from({ length: 5 }, () => openedLibrary(folder)))
      expect(libraries.filter((library) => library.openingReport !== null)).toHaveLength(1)
      await Promise.all(libraries.map((library, index) => library.addRecording(newRecording(`r${index}`))))
      expect(await libraries[0]?.recordings()).toHaveLength(5)
      await Promise.all(libraries.map((library) => library.close()))
    }
  })
})

describe('watch', () => {
  it('tells what this and other programs did, in order', async () => {
    const folder = temporaryFolder()
    const [here, there] = [await openedLibrary(folder), await openedLibrary(folder)]
    await here.setSetting('before', 1)
    const heard: LibraryEvent[] = []
    const all: LibraryEvent[] = []
    const watch = here.watch((event) => heard.push(event))
    here.watch((event) => all.push(event), 0)
    await here.lastEventNumber()
    await there.setSetting('there', 1)
    await here.setSetting('here', 1)
    await vi.waitFor(() => expect(all).toHaveLength(3), { timeout: 2000 })
    expect(heard.map((event) => [event.seq, event.touched.name])).toEqual([
      [2, 'there'],
      [3, 'here'],
    ])
    watch.stop()
    await there.setSetting('later', 1)
    await vi.waitFor(() => expect(all).toHaveLength(4), { timeout: 2000 })
    expect(heard).toHaveLength(2)
  })
})

describe('leases of several programs', () => {
  it('are won by exactly one of all that ask at once', async () => {
    const folder = temporaryFolder()
    const libraries = await Promise.all(Array.from({ length: 4 }, () => openedLibrary(folder)))
    const [first] = libraries as [Library]
    const jobId = await requestedJob(first)
    for (let round = 0; round < 20; round += 1) {
      const claims = await Promise.all(libraries.map((library) => library.claimJob(jobId, library.self)))
      const won = claims.filter((claim) => 'lease' in claim)
      expect(won).toHaveLength(1)
      await first.releaseJob(won[0]?.lease ?? 0, 'queued')
    }
  })

  it('pass at once from a program that was killed', async () => {
    const library = await openedLibrary()
    const jobId = await requestedJob(library)
    const { child, pid, said } = await holder(process.execPath, [holdAJob, library.folder, jobId])
    expect(said).toContain('"lease"')
    expect(await library.claimJob(jobId, library.self)).toEqual({ waitFor: { jobId, pid } })
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await library.claimJob(jobId, library.self)).toHaveProperty('lease')
  })

  it.skipIf(process.platform === 'win32')(
    'pass at once from a killed program that is still a zombie (left out on Windows: no zombies)',
    async () => {
      const library = await openedLibrary()
      const jobId = await requestedJob(library)
      // The shell is replaced by a program that never waits for its child.
      const { pid } = await holder('sh', [
        '-c',
        '"$0" "$@" & exec sleep 30',
        process.execPath,
        holdAJob,
        library.folder,
        jobId,
      ])
      process.kill(pid, 'SIGKILL')
      await vi.waitFor(async () => {
        expect(await library.claimJob(jobId, library.self)).toHaveProperty('lease')
      }, 1000)
      expect(process.kill(pid, 0)).toBe(true)
    },
  )

  it.skipIf(process.platform === 'win32')(
    'stay with a program that stands still, as long as it does (left out on Windows: no SIGSTOP)',
    async () => {
      const library = await openedLibrary()
      const jobId = await requestedJob(library)
      const { child, pid } = await holder(process.execPath, [holdAJob, library.folder, jobId])
      child.kill('SIGSTOP')
      const database = new Database(join(library.folder, LIBRARY_FILE))
      database.prepare('UPDATE leases SET heartbeat_at_ms = 0').run()
      database.close()
      expect(await library.claimJob(jobId, library.self)).toEqual({ waitFor: { jobId, pid } })
      child.kill('SIGKILL')
      await once(child, 'exit')
      expect(await library.claimJob(jobId, library.self)).toHaveProperty('lease')
    },
  )
})
