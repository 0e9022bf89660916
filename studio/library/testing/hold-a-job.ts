/** Claims a job of a library, says its lease, and goes on for ever: to be killed by a test. */
import { openLibrary } from '../open.ts'

const [folder = '', jobId = ''] = process.argv.slice(2)
const library = await openLibrary(folder)
const claim = await library.claimJob(jobId, library.self)
process.stdout.write(`${JSON.stringify(claim)} ${process.pid}\n`)
setInterval(() => {}, 1_000)
