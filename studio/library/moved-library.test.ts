import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LIBRARY_FILE } from './database/library-file.ts'
import { noteMove, presentFolder } from './moved-library.ts'
import { stagingFolder } from './replace-contents.ts'
import { newRecording, openedLibrary, temporaryFolder } from './testing/fixtures.ts'

it('a moved library whose restoring was cut off between its two databases is found, and finished', async () => {
  const [former, folder] = [temporaryFolder(), temporaryFolder()]
  noteMove(former, folder)
  const made = await openedLibrary(folder)
  await made.addRecording(newRecording('from the backup'))
  await made.close()
  // The former library is moved away, and that of the backup is not in place yet.
  const staging = stagingFolder(folder, 'cut-off')
  mkdirSync(staging)
  renameSync(join(folder, LIBRARY_FILE), join(staging, LIBRARY_FILE))
  const intent = { away: join(folder, 'backups', 'before'), fresh: [LIBRARY_FILE] }
  writeFileSync(join(staging, 'replace.json'), JSON.stringify(intent))
  const found = await openedLibrary(presentFolder(former))
  expect((await found.recordings()).map(({ title }) => title)).toEqual(['from the backup'])
})
