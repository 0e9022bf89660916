import { execFile } from 'node:child_process'
import { appendFile, chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import type { ArchiveStatus } from '#core/archive/status'
import { recordingOfResult } from '#core/archive/places'
import { readJson } from '#core/formats/json/json-reader'
import { withoutModels } from './testing/fake-engine.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines, mustExit } from './testing/run-parolo.ts'
import { tone, writeShortSounds } from './testing/short-sounds.ts'
import { startSlurm, until, whyNoSlurm } from './testing/slurm-cluster.ts'
import { filesBelow, testHome } from './testing/test-home.ts'

const execute = promisify(execFile)
const noSlurm = await whyNoSlurm()
const noParallel = await execute('parallel', ['--version']).then(
  () => null,
  () => 'GNU parallel is not installed',
)
const leftOut = (why: string | null): string => (why === null ? '' : ` (left out: ${why})`)

/** 40 short recordings in four shards; two of them cannot be transcribed. */
async function plannedArchive() {
  const place = await testHome()
  const sounds = path.join(place.root, 'sounds')
  const [scratch, dir, program] = ['scratch', 'plan', 'parolo'].map((name) =>
    path.join(place.root, name),
  ) as [string, string, string]
  for (const folder of [sounds, scratch]) await mkdir(folder)
  await writeShortSounds(sounds, 39)
  // A header with no sound after it.
  await writeFile(path.join(sounds, 'sound-39.wav'), tone(0, 0))
  const entry = fileURLToPath(new URL('index.ts', import.meta.url))
  await writeFile(program, `#!/bin/sh\nexec '${process.execPath}' '${entry}' "$@"\n`)
  await chmod(program, 0o755)
  const environment = { ...withoutModels, TMPDIR: scratch, PAROLO: program }
  const run = (...words: string[]) => runInProcess(['archive', ...words], { ...place, environment })
  mustExit(
    await run(
      'plan',
      sounds,
      '--out',
      dir,
      '--quick',
      '--language',
      'en',
      '--hours',
      '0.006',
      '--mem',
      '900M',
    ),
    0,
  )
  expect(await readdir(path.join(dir, 'shards'))).toHaveLength(4)
  // A different file from the planned one.
  await appendFile(path.join(sounds, 'sound-07.wav'), 'more')
  const status = async () => JSON.parse((await run('status', dir, '--json')).stdout) as ArchiveStatus
  return { ...place, dir, scratch, environment, run, status }
}

/** 38 are done, each complete and only once; two are dead letters; gathered twice, then searched. */
async function checkEnd({
  dir,
  scratch,
  root,
  run,
  status,
  ...place
}: Awaited<ReturnType<typeof plannedArchive>>) {
  expect(await status()).toMatchObject({
    total: 40,
    done: 38,
    failed: 2,
    running: 0,
    refused: 0,
    secondsLeft: 0,
  })
  const results = (await filesBelow(path.join(dir, 'done'))).map((file) => path.join(dir, 'done', file))
  expect(results).toHaveLength(38)
  for (const file of results) {
    const { document, corrections } = readJson(await readFile(file, 'utf8'))
    expect(corrections).toEqual([])
    expect(recordingOfResult(path.basename(file))).toBe(document.recording.sha256)
  }
  const letters = await Promise.all(
    (await readdir(path.join(dir, 'failed'))).map((name) => readFile(path.join(dir, 'failed', name), 'utf8')),
  )
  expect(letters.map((text) => (JSON.parse(text) as { fault: { code: string } }).fault.code).sort()).toEqual([
    'archive.changed',
    expect.stringMatching(/^media\./u),
  ])
  expect(await filesBelow(path.join(dir, 'tmp'))).toEqual([])
  expect(await readdir(scratch)).toEqual([])
  const data = path.join(root, 'gathered')
  for (const added of [38, 0]) {
    const gathered = await run('gather', dir, '--data', data, '--progress', 'json')
    expect(jsonLines(gathered.stderr).find(({ type }) => type === 'gathered')).toMatchObject({
      added,
      broken: 0,
    })
  }
  const list = await runInProcess(['list', '--data', data], { ...place, home: data })
  expect(list.stdout.trim().split('\n')).toHaveLength(38)
  const found = await runInProcess(['search', 'at0x5', '--data', data], { ...place, home: data })
  expect(found.stdout.trim().split('\n')).toHaveLength(38)
}

it.runIf(noSlurm === null)(
  `Slurm does an archive once, with a node that dies${leftOut(noSlurm)}`,
  async () => {
    const archive = await plannedArchive()
    const { dir, environment, status } = archive
    const cluster = await startSlurm(environment)
    onTestFinished(() => cluster.stop())
    await cluster.command('sbatch', path.join(dir, 'job.slurm'))
    await until(async () => (await status()).done >= 4, 90_000, 'the first results')
    // At least the daemon, the step, the worker and its engine.
    expect(await cluster.killNode('node1')).toBeGreaterThanOrEqual(4)
    const jobs = async () =>
      (await cluster.command('squeue', '--noheader', '--array', '--format=%i %T %r')).trim()
    await until(async () => / PENDING BeginTime/u.test(await jobs()), 60_000, 'the dead node’s task')
    // Slurm delays the restart by two minutes.
    const [task = ''] = /^\S+(?= PENDING BeginTime)/mu.exec(await jobs()) ?? []
    await cluster.command('scontrol', 'update', `JobId=${task}`, 'StartTime=now')
    await until(async () => (await jobs()) === '', 180_000, 'all tasks')
    await checkEnd(archive)
  },
  300_000,
)

it.runIf(noParallel === null)(
  `GNU parallel does an archive once${leftOut(noParallel)}`,
  async () => {
    const archive = await plannedArchive()
    const env = { ...process.env, ...archive.environment }
    await execute('bash', [path.join(archive.dir, 'parallel.sh')], { env })
    const log = await readFile(path.join(archive.dir, 'logs', 'parallel.tsv'), 'utf8')
    expect(log.trim().split('\n')).toHaveLength(5)
    await checkEnd(archive)
  },
  180_000,
)
