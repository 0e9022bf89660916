import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ensureBuilt } from '../scripts/build.mjs'
import { findEvaldata } from './evaldata/find.ts'
import { projectRoot } from './project-root.ts'
import { describeMachine } from './report/machine.ts'
import { withSection } from './report/results-file.ts'
import { measureArchive } from './sections/archive.ts'
import { measureAlign } from './sections/align.ts'
import { measureCaptionFiles } from './sections/caption-files.ts'
import { measureCaptionsPage } from './sections/caption-page.ts'
import { measureCaptions } from './sections/captions.ts'
import { measureClustering } from './sections/clustering.ts'
import { measureCut } from './sections/cut.ts'
import { measureCutSpeech } from './sections/cut-speech.ts'
import { measureDoubts } from './sections/doubts.ts'
import { measureEditorPage } from './sections/editor.ts'
import { measureEditLog } from './sections/edit-log.ts'
import { measureErrors } from './sections/errors.ts'
import { measureFailures } from './sections/failures.ts'
import { measureGlossary } from './sections/glossary.ts'
import { measureImport } from './sections/import.ts'
import { measureKeys } from './sections/keys.ts'
import { measureLibrary } from './sections/library.ts'
import { measureLive } from './sections/live.ts'
import { measureLong } from './sections/long.ts'
import { measureModels } from './sections/models.ts'
import { measurePeers } from './sections/peers.ts'
import { measurePunctuation } from './sections/punctuation.ts'
import { measureRecord } from './sections/record.ts'
import { measureRecorderKills } from './sections/recorder-kills.ts'
import { type Measure, NothingToMeasure } from './sections/section.ts'
import { measureCorrections } from './sections/corrections.ts'
import { measureReviewPage } from './sections/review-page.ts'
import { measureSecondModel } from './sections/second-model.ts'
import { measureRecordExact } from './sections/record-exact.ts'
import { measureRecordedSpeech } from './sections/recorded-speech.ts'
import { measureRememberedVoices } from './sections/remembered-voices.ts'
import { measureShort } from './sections/short.ts'
import { measureSoundExport } from './sections/sound-export.ts'
import { measureSpeakers } from './sections/speakers.ts'
import { measureSpeed } from './sections/speed.ts'
import { measureStages } from './sections/stages.ts'
import { measureTests } from './sections/tests.ts'
import { measureTimedText } from './sections/timed-text.ts'
import { measureTypingPage } from './sections/typing.ts'

/** In the order of the file. */
const SECTIONS: readonly { readonly option: string; readonly title: string; readonly measure: Measure }[] = [
  { option: '--errors', title: 'Errors', measure: measureErrors },
  { option: '--stages', title: 'Errors by step', measure: measureStages },
  { option: '--punctuation', title: 'Punctuation and capitals', measure: measurePunctuation },
  { option: '--doubts', title: 'Doubts', measure: measureDoubts },
  { option: '--glossary', title: 'Glossary', measure: measureGlossary },
  { option: '--models', title: 'Models', measure: measureModels },
  { option: '--second-model', title: 'A second model', measure: measureSecondModel },
  { option: '--speakers', title: 'Who speaks', measure: measureSpeakers },
  { option: '--voices', title: 'Remembered voices', measure: measureRememberedVoices },
  { option: '--speed', title: 'Speed and memory', measure: measureSpeed },
  { option: '--clustering', title: 'Clustering three hours', measure: measureClustering },
  { option: '--long', title: 'Long recordings', measure: measureLong },
  { option: '--editor', title: 'The editor', measure: measureEditorPage },
  { option: '--typing', title: 'Typing and pasting', measure: measureTypingPage },
  { option: '--keys', title: 'A key in a long text', measure: measureKeys },
  { option: '--edit-log', title: 'What is stored of typing', measure: measureEditLog },
  { option: '--captions', title: 'Captions', measure: measureCaptions },
  { option: '--cut', title: 'Cut', measure: measureCut },
  { option: '--cut-speech', title: 'Cut speech, recognized again', measure: measureCutSpeech },
  { option: '--caption-page', title: 'Captions in the page', measure: measureCaptionsPage },
  { option: '--caption-files', title: 'Caption files', measure: measureCaptionFiles },
  { option: '--timed-text', title: 'Timed text', measure: measureTimedText },
  { option: '--sound-export', title: 'Sound export', measure: measureSoundExport },
  { option: '--review-page', title: 'A review page', measure: measureReviewPage },
  { option: '--corrections', title: 'Documents that come back', measure: measureCorrections },
  { option: '--align', title: 'A text aligned with two hours', measure: measureAlign },
  { option: '--import', title: 'Import by the browser', measure: measureImport },
  { option: '--library', title: 'A large library', measure: measureLibrary },
  { option: '--archive', title: 'An archive', measure: measureArchive },
  { option: '--failures', title: 'Programs that are killed', measure: measureFailures },
  { option: '--record', title: 'Recording', measure: measureRecord },
  { option: '--record-exact', title: 'Sound as delivered', measure: measureRecordExact },
  { option: '--recorder-kills', title: 'A recorder that is killed', measure: measureRecorderKills },
  { option: '--recorded-speech', title: 'Recorded speech', measure: measureRecordedSpeech },
  { option: '--live', title: 'Text while recording', measure: measureLive },
  { option: '--short', title: 'Short recordings', measure: measureShort },
  { option: '--tests', title: 'The tests', measure: measureTests },
  { option: '--peers', title: 'Peers', measure: measurePeers },
]
/** Skipped in a quick run. */
const LONG_SECTIONS = new Set([
  '--stages',
  '--models',
  '--long',
  '--editor',
  '--typing',
  '--caption-page',
  '--import',
  '--library',
  '--archive',
  '--failures',
  '--record',
  '--record-exact',
  '--recorder-kills',
  '--recorded-speech',
  '--live',
  '--timed-text',
  '--sound-export',
  '--cut-speech',
  '--tests',
  '--peers',
])
/** They install other programs. */
const PEER_SECTIONS = new Set(['--timed-text', '--peers'])
/** They open the built page. */
const PAGE_SECTIONS = new Set([
  '--editor',
  '--typing',
  '--caption-page',
  '--import',
  '--record-exact',
  '--recorder-kills',
  '--recorded-speech',
])
const RESULTS = path.join(projectRoot, 'bench', 'RESULTS.md')

const USAGE = `npm run bench                 everything but the peers
npm run bench -- --quick-run  the same without the sections that take long
npm run bench -- --peers      other programs on the same recordings
npm run bench -- --errors | --stages | --punctuation | --doubts | --glossary | --models | --second-model | --speakers | --voices | --speed | --clustering | --long | --editor | --typing | --keys | --edit-log | --captions | --cut | --cut-speech | --caption-page | --caption-files | --timed-text | --sound-export | --review-page | --corrections | --align | --import | --library | --archive | --failures | --record | --record-exact | --recorder-kills | --recorded-speech | --live | --short | --tests    one section (or several)
The tables are printed and written to bench/RESULTS.md.
`

/** The requested sections, or null if one does not exist. */
function chosen(words: readonly string[]): typeof SECTIONS | null {
  const known = new Set(['--quick-run', ...SECTIONS.map(({ option }) => option)])
  if (words.some((word) => !known.has(word))) return null
  if (words.includes('--quick-run')) return SECTIONS.filter(({ option }) => !LONG_SECTIONS.has(option))
  if (words.length === 0) return SECTIONS.filter(({ option }) => !PEER_SECTIONS.has(option))
  return SECTIONS.filter(({ option }) => words.includes(option))
}

async function main(words: readonly string[]): Promise<number> {
  const sections = chosen(words)
  if (sections === null) {
    process.stderr.write(USAGE)
    return 2
  }
  const context = {
    evaldata: findEvaldata(),
    say: (line: string) => void process.stderr.write(`${line}\n`),
  }
  if (sections.some(({ option }) => PAGE_SECTIONS.has(option))) ensureBuilt(process.execPath, context.say)
  const startedAt = performance.now()
  let leftOut = 0
  let failed = 0
  for (const { title, measure } of sections) {
    context.say(`${title} …`)
    const machine = await describeMachine()
    try {
      const body = `${machine}\n\n${await measure(context)}`
      process.stdout.write(`\n## ${title}\n\n${body}\n\n`)
      const before = await readFile(RESULTS, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return ''
        throw error
      })
      await writeFile(
        RESULTS,
        withSection(
          before,
          { title, body },
          SECTIONS.map((one) => one.title),
        ),
      )
    } catch (error) {
      if (error instanceof NothingToMeasure) {
        leftOut++
        process.stdout.write(`\n${title}: left out, ${error.message}\n\n`)
      } else {
        // A failing section must not affect the others.
        failed++
        context.say(`${title}: failed\n${error instanceof Error ? error.stack : String(error)}`)
      }
    }
  }
  const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1)
  const measured = sections.length - leftOut - failed
  context.say(`${measured} sections measured in ${minutes} minutes, ${leftOut} left out, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
