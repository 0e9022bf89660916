import { access, mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { paragraphText } from '#core/transcript/transcript'
import type { ProgramLanguage } from '#core/messages/messages'
import { newRecording } from '#studio/library/testing/fixtures'
import { ownRecording } from '#studio/storage/testing/own-recording'
import { readInvocation } from './options/arguments.ts'
import { finishDeletionsAndReport } from './library/finished-deletions.ts'
import { Terminal } from './terminal/terminal.ts'
import { runDelete } from './verbs/delete/run-delete.ts'
import { deleteVerb } from './verbs/delete.ts'

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

/** `parolo delete` at a terminal where a person types `typed`; null: nobody to ask. */
async function placeWithRecording(language: ProgramLanguage = 'en') {
  const own = await ownRecording()
  await own.finish()
  const run = async (words: readonly string[], typed: string | null, mode: 'bar' | 'json' = 'bar') => {
    let printed = ''
    const stdin = Object.assign(new PassThrough(), { isTTY: typed !== null })
    if (typed === null) stdin.end()
    else stdin.end(typed)
    const terminal = new Terminal(language, mode, {
      stdout: { write: () => true },
      stderr: { write: (text) => (printed += text), isTTY: typed !== null },
      stdin,
    })
    const exitCode = await runDelete(own.parts, terminal, readInvocation(deleteVerb, words))
    return { exitCode, printed }
  }
  return { ...own, run }
}

describe('parolo delete', () => {
  it('lists what goes and deletes only after a yes', async () => {
    const { recording, file, prepared, library, run } = await placeWithRecording()
    for (const answer of ['n\n', '\n', 'maybe\n', '']) {
      const refused = await run([recording.id], answer)
      expect(refused.exitCode).toBe(1)
      expect(refused.printed).toContain('Delete “board”?\nThe following will be deleted permanently:\n')
      expect(refused.printed).toContain('  - 1 transcript\n')
      expect(refused.printed).toContain('  - the recording itself, which is stored in the library\n')
      expect(refused.printed).toMatch(/Delete\? \[y\/N\] Nothing was deleted\.\n$/u)
    }
    expect(await Promise.all([file, prepared].map(isThere))).toEqual([true, true])
    expect(await run([recording.id], 'Y\n')).toMatchObject({ exitCode: 0 })
    expect(await Promise.all([file, prepared].map(isThere))).toEqual([false, false])
    expect(await library.recordings()).toEqual([])
  })

  it('--sound-only deletes the sound and leaves the text', async () => {
    const { recording, file, prepared, library, transcriptId, run } = await placeWithRecording('fr')
    const refused = await run([recording.id, '--sound-only'], 'non\n')
    expect(refused).toMatchObject({ exitCode: 1 })
    expect(refused.printed).toMatch(/- le son, 1\skB|- le son, 1\sko/u)
    expect(refused.printed).toContain('Le texte avec ses corrections')
    expect(await isThere(file)).toBe(true)
    const deleted = await run([recording.id, '--sound-only'], 'oui\n')
    expect(deleted.exitCode).toBe(0)
    expect(deleted.printed).toContain('Le texte reste.')
    expect(await Promise.all([file, prepared].map(isThere))).toEqual([false, false])
    const { paragraphs } = await library.transcript(transcriptId)
    expect(paragraphs.map(paragraphText)).toEqual(['open words'])
    // The second time there is nothing to ask about.
    await expect(run([recording.id, '--sound-only'], 'oui\n')).rejects.toMatchObject({
      code: 'sound.deleted',
    })
  })

  it('asked for again after it was interrupted, says that it is finished', async () => {
    const { recording, file, library, parts } = await placeWithRecording()
    await library.deleteRecording(recording.id)
    let printed = ''
    const terminal = new Terminal('en', 'bar', {
      stdout: { write: () => true },
      stderr: { write: (text) => (printed += text) },
      stdin: new PassThrough(),
    })
    const finishedDeletions = await finishDeletionsAndReport(parts, terminal)
    expect(printed).toBe(`The deletion of “board” (${recording.id}), which was interrupted, is finished.\n`)
    expect(await isThere(file)).toBe(false)
    const again = (reference: string) =>
      runDelete({ ...parts, finishedDeletions }, terminal, readInvocation(deleteVerb, [reference]))
    expect(await again(recording.id)).toBe(0)
    expect(await again('board')).toBe(0)
    await expect(again('other')).rejects.toMatchObject({ code: 'recording.unknown' })
  })

  it('--damaged-copies deletes what repairs kept, after a question', async () => {
    const { recording, parts, run } = await placeWithRecording()
    const backups = path.join(parts.dataFolder, 'backups')
    for (const name of ['damaged-1', 'damaged-2']) {
      await mkdir(path.join(backups, name))
      await writeFile(path.join(backups, name, 'library.db'), 'x'.repeat(3_000))
    }
    const refused = await run([recording.id], 'n\n')
    expect(refused.printed).toContain(
      '2 damaged libraries that were kept may contain it too. They are not deleted.',
    )
    expect(refused.printed).toContain('parolo delete --damaged-copies')
    const one = await run(['--damaged-copies'], 'n\n')
    expect(one.exitCode).toBe(1)
    expect(one.printed).toMatch(
      /^Delete the damaged libraries that are kept\?\n.*\n {2}- backups\/damaged-1, of .*, 3\skB\n/u,
    )
    expect(await readdir(backups)).toEqual(expect.arrayContaining(['damaged-1', 'damaged-2']))
    expect((await run(['--damaged-copies', '--yes'], '')).exitCode).toBe(0)
    expect((await readdir(backups)).filter((name) => name.startsWith('damaged'))).toEqual([])
    expect((await run(['--damaged-copies'], 'y\n')).printed).toBe('There are no damaged libraries.\n')
    await expect(run(['--damaged-copies', recording.id], 'y\n')).rejects.toMatchObject({
      code: 'usage.bad-option',
    })
  })

  it('asks nothing with --yes, for a program, and where nobody sits', async () => {
    const ways = [
      [['--sound-only', '--yes'], '', 'bar'],
      [['--sound-only'], '', 'json'],
      [['--sound-only'], null, 'bar'],
    ] as const
    for (const [words, typed, mode] of ways) {
      const { recording, file, run } = await placeWithRecording()
      const result = await run([recording.id, ...words], typed, mode)
      expect(result.exitCode).toBe(0)
      expect(result.printed).not.toContain('[y/N]')
      expect(await isThere(file)).toBe(false)
    }
  })

  it('--sound-only never touches a person’s own file, and needs a text that stays', async () => {
    const { library, run } = await placeWithRecording()
    const other = await library.addRecording(newRecording('elsewhere', { path: '/home/nora/talk.mp4' }))
    await expect(run([other.id, '--sound-only', '--yes'], null)).rejects.toMatchObject({
      code: 'sound.not-own',
    })
    const { parts, recording, file } = await ownRecording()
    const terminal = new Terminal('en', 'none', { stdout: process.stdout, stderr: { write: () => true } })
    const invocation = readInvocation(deleteVerb, [recording.id, '--sound-only'])
    await expect(runDelete(parts, terminal, invocation)).rejects.toMatchObject({ code: 'sound.no-text' })
    expect(await isThere(file)).toBe(true)
  })
})
