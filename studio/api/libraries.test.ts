import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { begunTranscript, openedCalls, paragraph } from '../library/testing/fixtures.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'

/** A closed library with one paragraph, in a folder of that name. */
async function libraryCalled(name: string): Promise<string> {
  const folder = path.join(await temporaryFolder(), name)
  mkdirSync(folder)
  const calls = openedCalls(folder)
  const { transcriptId } = begunTranscript(calls)
  calls.putParagraphs(transcriptId, [paragraph('p1', `the workshop of ${name}`)])
  calls.finishTranscript(transcriptId)
  calls.store.close()
  return folder
}

it('lists libraries once each, searches each of them, and takes them off again', async () => {
  const { page, folder } = await openedService()
  const radio = await libraryCalled('radio')
  const archive = await libraryCalled("l'archive")
  const [window, browser] = [page(), page({ local: false })]
  expect(await window.call('libraries.list', {})).toMatchObject({
    own: { name: 'the library', folder },
    listed: [],
  })
  expect(await window.call('libraries.add', { folder: radio })).toEqual({ name: 'radio', folder: radio })
  const link = path.join(await temporaryFolder(), 'link')
  symlinkSync(radio, link)
  for (const again of [radio, `${radio}/`, link])
    expect(await window.call('libraries.add', { folder: again })).toEqual({ name: 'radio', folder: radio })
  await window.call('libraries.add', { folder: archive })
  const { listed } = await browser.call('libraries.list', {})
  expect(listed).toMatchObject([
    { name: 'radio', folder: radio, isOlder: false, error: null },
    { name: "l'archive", folder: archive },
  ])
  expect(listed[1]?.command).toContain(
    process.platform === 'win32' ? `"${archive}"` : String.raw`l'\''archive'`,
  )
  const found = await Promise.all(
    listed.map(({ id }) => browser.call('libraries.search', { id, words: 'workshop', limit: 10 })),
  )
  expect(found.map(({ hits }) => hits[0]?.snippet)).toEqual([
    'the workshop of radio',
    "the workshop of l'archive",
  ])
  await browser.call('libraries.remove', { id: listed[0]?.id ?? '' })
  expect((await window.call('libraries.list', {})).listed.map(({ name }) => name)).toEqual(["l'archive"])
})

it('reports why a library is not searched, in the language of the page, and lists no folder that is none', async () => {
  const { page, folder } = await openedService()
  const radio = await libraryCalled('radio')
  const window = page({ language: 'fr' })
  await window.call('libraries.add', { folder: radio })
  rmSync(radio, { recursive: true })
  const { listed } = await window.call('libraries.list', {})
  expect(listed[0]?.error).toMatchObject({ code: 'library.missing' })
  expect(listed[0]?.error?.message).toMatch(/^Il n’y a pas de bibliothèque/u)
  const id = listed[0]?.id ?? ''
  await expect(window.call('libraries.search', { id, words: 'a', limit: 1 })).rejects.toThrow(
    'library.missing',
  )
  await expect(window.call('libraries.search', { id: 'x', words: 'a', limit: 1 })).rejects.toThrow(
    'library.not-listed',
  )
  await expect(window.call('libraries.add', { folder: radio })).rejects.toThrow('library.missing')
  await expect(window.call('libraries.add', { folder })).rejects.toThrow('library.same')
  await expect(page({ local: false }).call('libraries.add', { folder })).rejects.toThrow('call.not-here')
  await window.call('libraries.remove', { id })
  expect((await window.call('libraries.list', {})).listed).toEqual([])
})
