import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { formatPercent } from '#core/notation/numbers'
import { paragraphText } from '#core/transcript/transcript'
import { wordErrorRate } from '#core/words/word-error-rate'
import { openStudio, samplesFolder } from '#studio/studio'
import { readInvocation } from '../../options/arguments.ts'
import { Terminal } from '../../terminal/terminal.ts'
import { openDocument } from '../../library/named-recording.ts'
import { transcribeVerb } from '../transcribe.ts'
import { planTranscribe, runTranscribe } from '../transcribe/run-transcribe.ts'
import { PartFailed, type SelfTestPart } from './self-test-part.ts'

/** Of the words; all are right where it was measured (resources/samples/README.md). */
const MOST_WRONG = 0.05

const SAMPLE = 'conversation-en'

/** Library of the sample, within the temporary folder. */
const sampleLibrary = (folder: string): string => path.join(folder, 'library')

/** The included sample is transcribed as a person would, and compared with its text. */
export const samplePart: SelfTestPart = {
  name: 'self-test.sample',
  async run({ folder, terminal, signal }) {
    const startedAt = performance.now()
    const sound = path.join(samplesFolder(), `${SAMPLE}.opus`)
    const words = [sound, '--language', 'en', '--format', 'txt', '--out', folder, '--progress', 'none']
    const plan = await planTranscribe(readInvocation(transcribeVerb, words))
    let printed = ''
    const quiet = new Terminal(terminal.locale, 'none', {
      stdout: { write: () => undefined },
      stderr: { write: (text) => (printed += text) },
    })
    const studio = await openStudio(sampleLibrary(folder))
    try {
      if ((await runTranscribe(studio, quiet, plan, signal)) !== 0) throw new PartFailed(printed.trim())
      const recording = await studio.library.recording(SAMPLE)
      const { document } = await openDocument(studio, recording)
      const text = document.transcript.paragraphs.map(paragraphText).join('\n')
      const share = wordErrorRate(await spokenText(), text)
      const wrong = formatPercent(share, terminal.language)
      if (share > MOST_WRONG) {
        const most = formatPercent(MOST_WRONG, terminal.language)
        throw new PartFailed(terminal.words('self-test.sample.wrong', { wrong, most }))
      }
      const seconds = Math.round((performance.now() - startedAt) / 1000)
      const length = Math.round(document.recording.durationMs / 1000)
      return { state: 'passed', more: terminal.words('self-test.sample.more', { seconds, length, wrong }) }
    } finally {
      await studio.close()
    }
  },
}

async function spokenText(): Promise<string> {
  const text = await readFile(path.join(samplesFolder(), `${SAMPLE}.json`), 'utf8')
  const { words } = JSON.parse(text) as { readonly words: readonly { readonly text: string }[] }
  return words.map((word) => word.text).join(' ')
}
