import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { defaultDataFolder } from '#studio/data-folder'
import { windowFolder } from './window-folder.ts'

it('is never where the library lies, whatever the case of its name', () => {
  const macPrograms = path.join(os.homedir(), 'Library', 'Application Support')
  const library = defaultDataFolder({}, 'darwin')
  expect(path.dirname(library)).toBe(macPrograms)
  expect(windowFolder(macPrograms).toLowerCase()).not.toBe(library.toLowerCase())
})
