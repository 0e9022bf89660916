import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

/** A place for the libraries that journeys share, for the time of the run; one that is named is kept for the next. */
export default async function setUp(): Promise<() => Promise<void>> {
  const { PAROLO_JOURNEY_LIBRARIES: given } = process.env
  if (given !== undefined) {
    await mkdir(given, { recursive: true })
    return async () => {}
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-libraries-'))
  process.env['PAROLO_JOURNEY_LIBRARIES'] = folder
  return () => rm(folder, { recursive: true, force: true })
}
