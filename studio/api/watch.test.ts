import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { folderToWatch, options, watching } from '../watch/testing/watched.ts'

it('takes paths of a window alone; a browser sees the folders and changes their options', async () => {
  const folder = await folderToWatch()
  const { page, add } = await watching()
  const id = await add(folder)
  const browser = page({ local: false, language: 'fr' })
  const asked = { path: folder, options, takesExisting: false }
  await expect(browser.call('watch.add', asked)).rejects.toThrow('call.not-here')
  await expect(browser.call('watch.count', { path: folder, withSubfolders: false })).rejects.toThrow(
    'call.not-here',
  )
  await browser.call('watch.change', { folderId: id, options: { speakers: 3 } })
  expect(await browser.call('watch.list', {})).toMatchObject([{ path: folder, speakers: 3, language: 'en' }])
  await expect(
    browser.call('watch.change', { folderId: 'nothing', options: { isOn: false } }),
  ).rejects.toThrow('watch.unknown')
})

it('refuses what is no folder, what is not there, and the library itself', async () => {
  const folder = await folderToWatch()
  const { window, folder: dataFolder } = await watching()
  const file = path.join(folder, 'a.wav')
  await writeFile(file, '')
  const added = (where: string) => window.call('watch.add', { path: where, options, takesExisting: false })
  await expect(added(path.join(folder, 'gone'))).rejects.toThrow('watch.gone')
  await expect(added(file)).rejects.toThrow('watch.not-a-folder')
  await expect(added(dataFolder)).rejects.toThrow('watch.library')
  await mkdir(path.join(dataFolder, 'media', 'deep'), { recursive: true })
  await expect(added(path.join(dataFolder, 'media', 'deep'))).rejects.toThrow('watch.library')
  expect(await window.call('watch.list', {})).toEqual([])
})

it('of a folder whose own folders count from now on, what is in those is left alone', async () => {
  const folder = await folderToWatch()
  const { add, window, library } = await watching()
  const id = await add(folder, { isOn: false })
  await mkdir(path.join(folder, 'below'))
  await writeFile(path.join(folder, 'below', 'old.wav'), 'x')
  await writeFile(path.join(folder, 'new.wav'), 'x')
  await window.call('watch.change', { folderId: id, options: { withSubfolders: true } })
  expect(await library.watchedFiles(id)).toMatchObject([{ state: 'left', path: null }])
})
