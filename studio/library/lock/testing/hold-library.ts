/** Holds a library's lock as told, says so with its own id, and goes on until it is killed or its input ends. */
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
