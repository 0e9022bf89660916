// The single time of all files in an archive: SOURCE_DATE_EPOCH, else that of the commit, else a constant.
import { spawnSync } from 'node:child_process'
import { root } from '../install.mjs'

/** The earliest time that every archive format can represent. */
const NO_TIME = new Date('1980-01-01T00:00:00Z')

/** @param {NodeJS.ProcessEnv} environment @returns {Date} */
export function releaseTime(environment = process.env) {
  const given = Number(environment.SOURCE_DATE_EPOCH)
  if (environment.SOURCE_DATE_EPOCH && Number.isFinite(given)) return new Date(given * 1000)
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' })
  return status === 0 && stdout.trim() !== '' ? new Date(Number(stdout.trim()) * 1000) : NO_TIME
}
