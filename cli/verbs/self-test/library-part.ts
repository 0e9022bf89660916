import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PathImports } from '#studio/imports/path-imports'
import { openStudio } from '#studio/studio'
import { PartFailed, type SelfTestPart, type Trial } from './self-test-part.ts'

const WORD = 'lighthouse'
const CAPTIONS = `1\n00:00:01,000 --> 00:00:03,000\nThe ${WORD} is open on Sundays.\n`

/** A text is added to a new library, which is closed, opened again, read and searched. */
export const libraryPart: SelfTestPart = {
  name: 'self-test.library',
  async run(trial) {
    const library = path.join(trial.folder, 'read and written')
    const id = await write(trial, library)
    const studio = await openStudio(library)
    try {
      const [hit] = await studio.library.search(WORD, 1)
      if (hit?.recordingId !== id) throw new PartFailed(trial.terminal.words('self-test.library.wrong'))
    } finally {
      await studio.close()
    }
    return { state: 'passed', more: trial.terminal.words('self-test.library.more') }
  },
}

/** Returns the recording's id. */
async function write({ folder, signal }: Trial, library: string): Promise<string> {
  const file = path.join(folder, 'captions.srt')
  await writeFile(file, CAPTIONS)
  const studio = await openStudio(library)
  try {
    const { recording } = await new PathImports(studio).add(file, { copy: false, signal })
    return recording.id
  } finally {
    await studio.close()
  }
}
