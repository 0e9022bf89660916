/**
 * Takes a library's lock in the given way, prints its own id, and runs until it is killed or its input ends.
 */
import { LibraryLock } from '../library-lock.ts'
import { joinLibrary } from '../open-processes.ts'

const [folder = '', how = ''] = process.argv.slice(2)
const { self } = joinLibrary(folder)
const lock = how === 'alone' ? LibraryLock.takeAlone(folder) : LibraryLock.tryShare(folder, 0)
process.stdout.write(`${lock === null ? 'refused' : how} ${self.id}\n`)
process.stdin.resume().on('end', () => {
  lock?.release()
  process.exit()
})
