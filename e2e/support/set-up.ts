import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { isBuilt } from '../../scripts/build.mjs'
import { madeLibrary } from './libraries.ts'

/** Makes the shared libraries of journeys for the duration of the run; kept if a folder is named. */
export default async function setUp(): Promise<() => Promise<void>> {
  if (!isBuilt()) throw new Error('The program is older than its sources: npm run build')
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

/** Before any journey, as two may need the same one at once. */
async function makeAll(): Promise<void> {
  await Promise.all([madeLibrary('sample'), madeLibrary('hour')])
}
