import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/opened-service.ts'
import { fileKey, isCandidate, readFacts, scanFolder } from './scan-folder.ts'

const signal = new AbortController().signal
const all = { withSubfolders: true, except: new Set<string>(), signal }

async function filled(files: readonly string[]): Promise<string> {
  const root = await temporaryFolder()
  for (const file of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true })
    await writeFile(path.join(root, file), file)
  }
  return root
}

it.each([
  ['talk.mp4', [], true],
  ['TALK.WAV', [], true],
  ['talk.srt', [], false],
  ['talk', [], false],
  ['.talk.mp3', [], false],
  ['~talk.mp3', [], false],
  ['~$talk.mp3', [], false],
  ['talk.mp3.part', [], false],
  ['talk.mp3.crdownload', [], false],
  ['talk.mp3~', [], false],
  ['talk.temp.mp4', [], false],
  ['talk.part.mkv', [], false],
  ['talk.mp4', ['talk.mp4.aria2'], false],
  ['talk.mp4', ['talk.mp4.part'], false],
  ['talk.mp4', ['other.mp4.part'], true],
  ['party.mp4', [], true],
  ['1.2.temperature.wav', [], true],
])('%s beside %j is a candidate: %s', (name, beside, expected) => {
  expect(isCandidate(name, new Set([name, ...beside]))).toBe(expected)
})

it('lists recordings below a folder, without hidden ones, those of other programs, and what is excepted', async () => {
  const root = await filled([
    'b.mp3',
    'a.wav',
    'notes.txt',
    'day 1/c.m4a',
    'day 1/deep/d.ogg',
    '.hidden/e.mp3',
    '@eaDir/f.mp3',
    'film.mp4.download/film.mp4',
    'own/g.mp3',
  ])
  const except = new Set([path.join(root, 'own')])
  const { files, unreadable } = await scanFolder(root, { ...all, except })
  expect(files.toSorted()).toEqual(['a.wav', 'b.mp3', 'day 1/c.m4a', 'day 1/deep/d.ogg'])
  expect(unreadable).toEqual([])
  const { files: own } = await scanFolder(root, { ...all, withSubfolders: false })
  expect(own.toSorted()).toEqual(['a.wav', 'b.mp3'])
})

it('follows no link, neither to a file nor to a folder, in or out', async () => {
  const root = await filled(['in/a.mp3'])
  const elsewhere = await filled(['secret.mp3'])
  await symlink(elsewhere, path.join(root, 'in', 'linked'))
  await symlink(path.join(elsewhere, 'secret.mp3'), path.join(root, 'in', 'secret.mp3'))
  await symlink(root, path.join(root, 'in', 'round'))
  expect((await scanFolder(root, all)).files).toEqual(['in/a.mp3'])
  // A link that replaced a file after the folder was listed.
  const facts = await readFacts(root, ['in/a.mp3', 'in/secret.mp3', 'in/gone.mp3'], signal)
  expect([...facts.keys()]).toEqual(['in/a.mp3'])
})

it('fails where the folder itself is not there, and can be stopped', async () => {
  const root = await filled([])
  await expect(scanFolder(path.join(root, 'gone'), all)).rejects.toThrow('ENOENT')
  await expect(scanFolder(root, { ...all, signal: AbortSignal.abort() })).rejects.toThrow('aborted')
})

it('names files by keys that differ from folder to folder, and are the same however accents are stored', () => {
  const composed = 'entretien \u00E9t\u00E9.mp3'
  expect(fileKey('salt', composed)).toMatch(/^[0-9a-f]{32}$/u)
  expect(fileKey('salt', composed)).toBe(fileKey('salt', composed.normalize('NFD')))
  expect(fileKey('other', composed)).not.toBe(fileKey('salt', composed))
})
