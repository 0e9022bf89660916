import { byteSize } from '#core/notation/sizes'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import { dayWords } from '#core/notation/dates'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { coresForWork } from '#studio/recognition/cores'
import { openLibrary } from '#studio/library/open'
import { modelSha256 } from '#studio/models/model-store'
import { listDamagedCopies } from '#studio/storage/damaged-copies'
import { ffmpegVersion, findFfmpeg } from '#studio/sound/ffmpeg'
import { freeBytes } from '#studio/files/free-space'
import { modelStore, programVersion } from '#studio/studio'
import type { Terminal } from '../../terminal/terminal.ts'
import { stateOf } from '../models/run-models.ts'

/** Prints what is present, what is wrong and how to fix it; exit code 1 if something is wrong. */
export async function runDoctor(dataFolder: string, terminal: Terminal): Promise<number> {
  const wrong: unknown[] = []
  const line = (text: string) => terminal.lines([text])
  /** A failed check is reported, and the others still run. */
  const check = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      wrong.push(error)
    }
  }
  line(terminal.words('doctor.program', { version: await programVersion() }))
  line(terminal.words('doctor.node', { version: process.versions.node }))
  await check(async () => line(terminal.words('doctor.engine', { version: await engineVersion() })))
  await check(async () => {
    const tools = await findFfmpeg()
    line(terminal.words('doctor.ffmpeg', { version: await ffmpegVersion(tools), path: tools.ffmpeg }))
  })
  const models = modelStore(dataFolder)
  await check(async () => {
    for (const model of await models.list()) {
      const verification = await models.verify(model)
      const { role } = model.entry
      line(
        terminal.words('doctor.model', {
          id: model.entry.id,
          role: terminal.words(
            role === 'recogniser' ? 'models.role.recogniser-plain' : `models.role.${role}`,
          ),
          state: stateOf(verification, terminal),
          hash: `sha256 ${modelSha256(model.entry).slice(0, 16)}`,
        }),
      )
      const worst = verification.problems[0]
      if (worst) {
        const code = worst.problem === 'missing' ? 'model.missing' : 'model.damaged'
        wrong.push(new Fault(code, { id: model.entry.id, file: worst.file }))
      }
    }
    for (const { fault } of await models.unreadable()) wrong.push(fault)
  })
  line(
    terminal.words('doctor.cores', {
      count: coresForWork(),
      memory: byteSize(os.totalmem(), terminal.locale),
    }),
  )
  await check(async () => {
    const library = await openLibrary(dataFolder)
    try {
      if (library.openingReport) {
        const { damagedKeptAt: folder, salvagedRows: rows } = library.openingReport
        line(terminal.words('warning.library-salvaged', { folder, rows }))
      }
      const recordings = (await library.recordings()).length
      const free = byteSize(await freeBytes(dataFolder), terminal.locale)
      line(terminal.words('doctor.library', { folder: dataFolder, recordings, free }))
      for (const { name, keptOn } of await listDamagedCopies({ library, dataFolder })) {
        const day = dayWords(keptOn, terminal.locale)
        line(
          [
            `${terminal.words('storage.damaged', { day })}.`,
            terminal.words('storage.damaged.more', { name }),
            terminal.words('storage.damaged.hint'),
          ].join(' '),
        )
      }
    } finally {
      await library.close()
    }
  })
  if (wrong.length === 0) line(terminal.words('doctor.well'))
  else {
    line(terminal.words('doctor.wrong', { count: wrong.length }))
    for (const fault of wrong) {
      const { message, remedy, detail, code } = describeFault(fault, terminal.language, 'terminal')
      line(`- ${message} ${remedy ?? ''}${code === 'internal' ? `\n${detail ?? ''}` : ''}`)
    }
  }
  return wrong.length > 0 ? 1 : 0
}

async function engineVersion(): Promise<string> {
  const file = createRequire(import.meta.url).resolve('sherpa-onnx-node/package.json')
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version
}
