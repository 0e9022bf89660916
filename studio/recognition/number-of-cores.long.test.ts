import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import { meetingEn } from '../../cli/testing/speech.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'

const machine = vi.hoisted(() => ({ cores: 1 }))
vi.mock('./cores.ts', () => ({ coresForWork: () => machine.cores }))
afterEach(() => void (machine.cores = 1))

/** Real models and both passes, twice. */
const TIMEOUT_MS = 600_000

async function transcribeWith(cores: number, file: string) {
  machine.cores = cores
  const page = (await openedService()).page()
  page.watch()
  const { recordingId } = await page.call('recordings.add', { path: file })
  const { jobId } = await page.call('jobs.start', { recordingId, settings: { language: 'en' } })
  await page.event((event) => event.kind === 'job-finished' && event.touched.jobId === jobId)
  const { transcript } = await page.call('recordings.get', { recordingId })
  return page.call('transcripts.get', { transcriptId: transcript?.id ?? '' })
}

it(
  'of a machine change nothing of what is transcribed: not a word, time, doubt or turn',
  async () => {
    // Long enough for two passages in parallel.
    const file = path.join(await temporaryFolder(), 'meeting.opus')
    await ffmpeg('-i', meetingEn, '-t', '20', '-c', 'copy', file)
    const [one, four] = [await transcribeWith(1, file), await transcribeWith(4, file)]
    expect(one.paragraphs.length).toBeGreaterThan(2)
    // How often the transcript was written on the way does not matter.
    const contentOf = ({ version: _writes, ...transcript }: typeof one): unknown =>
      JSON.parse(
        JSON.stringify(transcript, (name, inner: unknown) => (/id$/iu.test(name) ? undefined : inner)),
      )
    expect(contentOf(four)).toEqual(contentOf(one))
  },
  TIMEOUT_MS,
)
