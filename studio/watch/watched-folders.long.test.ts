import { appendFile, copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { otherDrive } from '../drives/testing/hung-drive.ts'
import { holdingProcess } from '../library/lock/testing/holding-process.ts'
import { openLibrary } from '../library/open.ts'
import { folderToWatch, quickPace, sound, WAIT, watching } from './testing/watched.ts'

/** Time for some checks, in which an unwanted effect would appear. */
const someLooks = () => sleep(12 * quickPace.everyMs + quickPace.refuseAfterMs)

it('takes a file once it is complete, transcribes it, and writes captions beside it; what was there stays', async () => {
  const folder = await folderToWatch()
  await writeFile(path.join(folder, 'before.wav'), sound(9))
  const { add, reported, notices, window, troubles, library } = await watching()
  const id = await add(folder)
  const talk = path.join(folder, 'talk.wav')
  const bytes = sound()
  // A copy that arrives slowly.
  await writeFile(talk, bytes.subarray(0, 20_000))
  for (let from = 20_000; from < bytes.length; from += 9_000) {
    await sleep(quickPace.everyMs)
    expect(notices).toEqual([])
    await appendFile(talk, bytes.subarray(from, from + 9_000))
  }
  expect(await reported('written', 'talk.wav')).toMatchObject({ outputs: [path.join(folder, 'talk.srt')] })
  expect(notices.map(({ kind }) => kind)).toEqual(['taken', 'written'])
  expect(await readFile(path.join(folder, 'talk.srt'), 'utf8')).toMatch(
    /^1\n00:00:0\d,\d{3} --> .*\nat0x0 at0x5/u,
  )
  expect((await readdir(folder)).toSorted()).toEqual(['before.wav', 'talk.srt', 'talk.wav'])
  // An ordinary recording with an ordinary job.
  expect(await window.call('recordings.list', { limit: 9 })).toMatchObject([
    { title: 'talk', transcript: { state: 'done', language: 'en' } },
  ])
  expect(await library.listedJobs(9)).toMatchObject([
    { kind: 'transcribe', state: 'done', settings: { quick: false } },
  ])
  expect(await window.call('watch.list', {})).toMatchObject([
    { id, path: folder, written: 1, waiting: 0, troubled: 0, problem: null },
  ])
  // An existing file that changes counts as new.
  await writeFile(path.join(folder, 'before.wav'), sound(8))
  await reported('written', 'before.wav')
  expect(troubles).toEqual([])
})

it('takes what was there where that is wanted, in folders of the folder too, and writes the chosen formats', async () => {
  const folder = await folderToWatch()
  await mkdir(path.join(folder, 'day 1'))
  await writeFile(path.join(folder, 'day 1', 'a.wav'), sound(1))
  const { add, reported, window } = await watching()
  expect(await window.call('watch.count', { path: folder, withSubfolders: false })).toEqual({
    path: folder,
    count: 0,
  })
  expect(await window.call('watch.count', { path: folder, withSubfolders: true })).toEqual({
    path: folder,
    count: 1,
  })
  await add(folder, { withSubfolders: true, formats: ['vtt', 'json', 'minutes-md'] }, true)
  await reported('written', 'day 1/a.wav')
  const beside = (await readdir(path.join(folder, 'day 1'))).toSorted()
  expect(beside).toHaveLength(4)
  expect(beside).toContain('a.vtt')
  expect(beside).toContain('a.parolo.json')
})

it('refuses once what has no sound, and looks again when it changes; stays away from what others still write', async () => {
  const folder = await folderToWatch()
  const { add, reported, notices, window, troubles } = await watching()
  const id = await add(folder)
  const broken = path.join(folder, 'broken.wav')
  await writeFile(broken, 'no sound at all, but text that is long enough')
  await writeFile(path.join(folder, 'later.wav.part'), sound())
  await writeFile(path.join(folder, '.hidden.wav'), sound())
  expect((await reported('refused')).error.code).toBe('media.unreadable')
  await someLooks()
  expect(notices).toHaveLength(1)
  const [card] = await window.call('watch.list', {})
  expect(card).toMatchObject({ troubled: 1, troubles: [{ path: 'broken.wav', recordingId: null }] })
  expect(card?.troubles[0]?.error.message).toBe('broken.wav cannot be read as audio or video.')
  // On request, it checks again.
  await window.call('watch.tryAgain', { folderId: id })
  await vi.waitFor(() => expect(notices.filter(({ kind }) => kind === 'refused')).toHaveLength(2), WAIT)
  await writeFile(broken, sound(2))
  await rename(path.join(folder, 'later.wav.part'), path.join(folder, 'later.wav'))
  await reported('written', 'broken.wav')
  await reported('written', 'later.wav')
  expect(await window.call('watch.list', {})).toMatchObject([{ troubled: 0, written: 2 }])
  expect(troubles).toEqual([])
})

it('knows the same sound under another name: captions beside both, one transcription; a foreign file stays', async () => {
  const folder = await folderToWatch()
  const { add, reported, library } = await watching()
  await add(folder)
  await writeFile(path.join(folder, 'talk.wav'), sound())
  await reported('written', 'talk.wav')
  await writeFile(path.join(folder, 'copy.srt'), 'my own')
  await copyFile(path.join(folder, 'talk.wav'), path.join(folder, 'copy.wav'))
  expect(await reported('taken', 'copy.wav')).toMatchObject({ isKnown: true })
  expect((await reported('written', 'copy.wav')).outputs).toEqual([path.join(folder, 'copy.wav.srt')])
  expect(await readFile(path.join(folder, 'copy.srt'), 'utf8')).toBe('my own')
  expect(await library.listedJobs(9)).toHaveLength(1)
  const [recording] = await library.recordings()
  // The known path is kept while a file is there.
  expect(recording?.path).toBe(path.join(folder, 'talk.wav'))
})

it('a file that changes is another recording; its former captions are replaced, but not once a person touched them', async () => {
  const folder = await folderToWatch()
  const { add, reported, notices, library } = await watching()
  await add(folder)
  const [talk, captions] = [path.join(folder, 'talk.wav'), path.join(folder, 'talk.srt')]
  await writeFile(talk, sound(1))
  await reported('written')
  notices.length = 0
  await writeFile(talk, sound(2))
  expect((await reported('written')).outputs).toEqual([captions])
  expect(await library.recordings()).toHaveLength(2)
  notices.length = 0
  await appendFile(captions, '\nmine')
  await writeFile(talk, sound(3))
  expect((await reported('written')).outputs).toEqual([path.join(folder, 'talk.wav.srt')])
  expect(await readFile(captions, 'utf8')).toContain('mine')
})

it('tells that a folder is gone, makes none in its place, and takes it up when it is back', async () => {
  const folder = await folderToWatch()
  const { add, reported, window, library, service } = await watching()
  // So that its text can be made while the drive is missing.
  await window.call('program.setPreferences', { copyOriginals: true })
  await add(folder)
  const elsewhere = `${folder}-unplugged`
  await writeFile(path.join(folder, 'talk.wav'), sound())
  const letGo = service.runner.holds.hold('recording')
  await reported('taken')
  await rename(folder, elsewhere)
  expect((await reported('problem')).error.code).toBe('watch.gone')
  expect(await window.call('watch.list', {})).toMatchObject([{ problem: { code: 'watch.gone' }, waiting: 1 }])
  letGo()
  await vi.waitFor(async () => expect(await library.listedJobs(1)).toMatchObject([{ state: 'done' }]), WAIT)
  await someLooks()
  await expect(readdir(folder)).rejects.toThrow('ENOENT')
  await rename(elsewhere, folder)
  await reported('back')
  await reported('written', 'talk.wav')
  expect(await window.call('watch.list', {})).toMatchObject([{ problem: null, waiting: 0, written: 1 }])
})

it('says that captions could not be written, keeps the text, and writes them when it is asked to', async () => {
  const folder = await folderToWatch()
  const { add, reported, window } = await watching()
  const id = await add(folder)
  // A person's own files have both names.
  for (const name of ['talk.srt', 'talk.wav.srt']) await writeFile(path.join(folder, name), 'my own')
  await writeFile(path.join(folder, 'talk.wav'), sound())
  expect((await reported('unwritten')).error.code).toBe('watch.name-taken')
  const [card] = await window.call('watch.list', {})
  expect(card?.troubles).toMatchObject([{ path: 'talk.wav', error: { code: 'watch.name-taken' } }])
  expect(await window.call('recordings.list', { limit: 9 })).toMatchObject([
    { transcript: { state: 'done' } },
  ])
  await rm(path.join(folder, 'talk.srt'))
  await window.call('watch.tryAgain', { folderId: id })
  await reported('written', 'talk.wav')
  expect(await window.call('watch.list', {})).toMatchObject([{ troubled: 0, written: 1 }])
})

it('never takes again the file of a recording that was deleted', async () => {
  const folder = await folderToWatch()
  const { add, reported, window, library, notices, close, folder: dataFolder } = await watching()
  await add(folder)
  await writeFile(path.join(folder, 'talk.wav'), sound())
  const { recordingId } = await reported('taken')
  await reported('written')
  await window.call('recordings.delete', { recordingId })
  await someLooks()
  expect(await library.recordings()).toEqual([])
  expect(notices).toHaveLength(2)
  await close()
  const again = await watching(dataFolder)
  await someLooks()
  expect(again.notices).toEqual([])
  expect(await again.library.recordings()).toEqual([])
})

it('goes on after a stop: nothing is lost, nothing done twice, captions are written by the next program', async () => {
  const folder = await folderToWatch()
  const first = await watching()
  await first.add(folder)
  first.service.runner.holds.hold('recording')
  await writeFile(path.join(folder, 'talk.wav'), sound(1))
  await first.reported('taken', 'talk.wav')
  await first.close()
  await writeFile(path.join(folder, 'meanwhile.wav'), sound(2))
  expect((await readdir(folder)).filter((name) => name.endsWith('.srt'))).toEqual([])
  const second = await watching(first.folder)
  await second.reported('written', 'talk.wav')
  await second.reported('written', 'meanwhile.wav')
  expect(second.notices.filter(({ kind }) => kind === 'taken')).toMatchObject([{ file: 'meanwhile.wav' }])
  expect(await second.library.listedJobs(9)).toHaveLength(2)
})

it('is done by one program at a time; the other takes over when that ends', async () => {
  const folder = await folderToWatch()
  const first = await watching()
  const id = await first.add(folder)
  await vi.waitFor(async () => expect((await first.library.watchedFolders())[0]?.holder).not.toBeNull(), WAIT)
  const library = await openLibrary(first.folder)
  const program = await holdingProcess(first.folder, 'share')
  const other = { id: program.id, pid: program.pid }
  expect(await library.claimWatch(id, other)).toMatchObject({ pid: process.pid })
  await first.close()
  expect(await library.claimWatch(id, other)).toBeNull()
  const second = await watching(first.folder)
  expect((await second.reported('elsewhere')).pid).toBe(other.pid)
  await writeFile(path.join(folder, 'talk.wav'), sound())
  await someLooks()
  expect(await library.recordings()).toEqual([])
  await library.releaseWatch(id, other)
  await second.reported('written', 'talk.wav')
  await library.close()
})

it('watches no more once it is off or removed, and takes what came meanwhile when it is on again', async () => {
  const folder = await folderToWatch()
  const { add, reported, window, notices } = await watching()
  const id = await add(folder)
  await window.call('watch.change', { folderId: id, options: { isOn: false } })
  await writeFile(path.join(folder, 'talk.wav'), sound(1))
  await someLooks()
  expect(notices).toEqual([])
  await window.call('watch.change', { folderId: id, options: { isOn: true, formats: ['vtt'] } })
  await reported('written', 'talk.wav')
  expect(await readdir(folder)).toContain('talk.vtt')
  await window.call('watch.remove', { folderId: id })
  await writeFile(path.join(folder, 'other.wav'), sound(2))
  await someLooks()
  expect(await window.call('watch.list', {})).toEqual([])
  expect(notices).toHaveLength(2)
  await expect(window.call('watch.remove', { folderId: id })).rejects.toThrow('watch.unknown')
})

it('what the program wrote itself is no input', async () => {
  const folder = await folderToWatch()
  const { add, reported, library, notices } = await watching()
  await add(folder)
  await writeFile(path.join(folder, 'talk.wav'), sound(1))
  const { recordingId } = await reported('taken')
  await reported('written')
  const film = path.join(folder, 'talk.captions.mp4')
  await library.requestJob({
    recordingId,
    kind: 'captioned-video',
    settings: { path: film },
    settingsKey: 'film',
  })
  await writeFile(film, sound(5))
  await someLooks()
  expect(notices).toHaveLength(2)
})

it('waits for a transcription that a person asked for with other settings', async () => {
  const folder = await folderToWatch()
  const talk = path.join(folder, 'talk.wav')
  await writeFile(talk, sound())
  const { add, reported, window, library, service } = await watching()
  const letGo = service.runner.holds.hold('recording')
  const { recordingId } = await window.call('recordings.add', { path: talk })
  await window.call('jobs.start', { recordingId, settings: { language: 'en', speakers: 1, quick: true } })
  await add(folder, { speakers: 4 }, true)
  await reported('taken', 'talk.wav')
  letGo()
  await reported('written', 'talk.wav')
  expect(await library.listedJobs(9)).toMatchObject([{ state: 'done', settings: { speakers: 1 } }])
})

it('says that a drive does not answer, looks again later, and goes on with other folders meanwhile', async () => {
  const [nas, here] = [await folderToWatch(), await folderToWatch()]
  const drive = otherDrive(nas)
  const { add, reported, window, troubles } = await watching()
  await add(nas)
  await add(here)
  drive.hang()
  const { error, folder } = await reported('problem')
  expect({ code: error.code, folder }).toEqual({ code: 'drive.silent', folder: nas })
  await writeFile(path.join(here, 'talk.wav'), sound())
  await reported('written', 'talk.wav')
  const listed = await window.call('watch.list', {})
  expect(listed.find(({ path: at }) => at === here)).toMatchObject({ problem: null, written: 1 })
  expect(listed.find(({ path: at }) => at === nas)?.problem).toMatchObject({
    code: 'drive.silent',
    message: `The drive ${nas} does not answer.`,
  })
  drive.recover()
  await reported('back')
  // The end of the test closes the program, which does not wait for the drive.
  drive.hang()
  expect(troubles).toEqual([])
})
