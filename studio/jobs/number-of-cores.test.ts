import { afterEach, expect, it, vi } from 'vitest'
import { meetingEn } from '../../cli/testing/speech.ts'
import { openedService } from '../testing/opened-service.ts'

const machine = vi.hoisted(() => ({ cores: 1 }))
vi.mock('./cores.ts', () => ({ coresForWork: () => machine.cores }))
afterEach(() => void (machine.cores = 1))

/** Real models and both passes, twice. */
const PATIENCE_MS = 600_000

async function transcribeWith(cores: number) {
  machine.cores = cores
  const page = (await openedService()).page()
  page.watch()
  const { recordingId } = await page.call('recordings.add', { path: meetingEn })
  const { jobId } = await page.call('jobs.start', { recordingId, settings: { language: 'en' } })
  await page.event((event) => event.kind === 'job-finished' && event.touched.jobId === jobId)
  const { transcript } = await page.call('recordings.get', { recordingId })
  return page.call('transcripts.get', { transcriptId: transcript?.id ?? '' })
}

it(
  'of a machine change nothing of what is transcribed: not a word, time, doubt or turn',
  async () => {
    const [one, four] = [await transcribeWith(1), await transcribeWith(4)]
    expect(one.paragraphs.length).toBeGreaterThan(2)
    const withoutIds = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (name, inner: unknown) => (/id$/iu.test(name) ? undefined : inner)))
    expect(withoutIds(four)).toEqual(withoutIds(one))
  },
  PATIENCE_MS,
)
