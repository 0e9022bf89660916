import { makeSyntheticLibrary } from './synthetic-library.ts'

// A separate process: the library runs in a Node worker, which the test runner's loader does not support.
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('make-hour.ts FOLDER')
await makeSyntheticLibrary(
  folder,
  { words: 9_000, paragraphs: 240, speakers: 8, durationMs: 3_600_000 },
  'An hour',
)
