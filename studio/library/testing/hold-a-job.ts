/** Claims a job of a library, prints its lease, and runs until a test kills it. */
import { openLibrary } from '../open.ts'

const [folder = '', jobId = ''] = process.argv.slice(2)
const library = await openLibrary(folder)
const claim = await library.claimJob(jobId, library.self)
process.stdout.write(`${JSON.stringify(claim)} ${process.pid}\n`)
setInterval(() => {}, 1_000)
