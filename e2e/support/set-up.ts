import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { madeLibrary } from './libraries.ts'

/** Makes the libraries that journeys share, for the time of the run; in a place that is named they are kept. */
export default async function setUp(): Promise<() => Promise<void>> {
  const { PAROLO_JOURNEY_LIBRARIES: given } = process.env
  if (given !== undefined) {
    await mkdir(given, { recursive: true })
    await makeAll()
    return async () => {}
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-libraries-'))
  process.env['PAROLO_JOURNEY_LIBRARIES'] = folder
  await makeAll()
  return () => rm(folder, { recursive: true, force: true })
}

/** Before any journey, as two may ask for the same one at once. */
async function makeAll(): Promise<void> {
  await Promise.all([madeLibrary('sample'), madeLibrary('hour')])
}
