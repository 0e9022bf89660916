import type { CallOutput } from '#contracts/calls/calls'
import { twoVoicesEn } from '../../../cli/testing/speech.ts'
import type { DirectPage } from '../../api/testing/direct-page.ts'

type JobCard = CallOutput<'jobs.list'>[number]

/** For jobs with real models on eight seconds of sound, which take some seconds each. */
export const JOB_TIMEOUT_MS = 90_000

export async function jobOf(page: DirectPage, jobId: string): Promise<JobCard> {
  const found = (await page.call('jobs.list', {})).find(({ id }) => id === jobId)
  if (found === undefined) throw new Error(`no job ${jobId}`)
  return found
}

/** The matching event for this job, after earlier ones. */
export const reported = (page: DirectPage, kind: string, jobId: string) =>
  page.event((event) => event.kind === kind && event.touched.jobId === jobId)

/** Adds a recording and starts a quick job on it. */
export async function started(page: DirectPage, file = twoVoicesEn) {
  page.watch()
  const { recordingId } = await page.call('recordings.add', { path: file })
  const { jobId } = await page.call('jobs.start', { recordingId, settings: { language: 'en', quick: true } })
  return { recordingId, jobId }
}
