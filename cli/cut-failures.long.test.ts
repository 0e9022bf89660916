import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { spoken } from '#core/captions/testing/spoken'
import { json } from '#core/formats/json/json'
import { documentOf } from '#core/formats/testing/sample-document'
import { fillDisk, mayMount } from './testing/mounts.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { mustExit, runParolo } from './testing/run-parolo.ts'
import { smallDisk } from './testing/small-disk.ts'
import { type TestHome, testHome } from './testing/test-home.ts'

const mounts = await mayMount()
const LONG = 120_000
const WHOLE = 'The ledger: 0:10 of 0:10 kept, no cuts\n'
const CUT = 'The ledger: 0:07 of 0:10 kept, 2 cuts\n'
/** Words and pauses are cut in one step each. */
const WORDS_CUT = /^The ledger: 0:09 of 0:10 kept, 1 cut\n$/u

async function withLedger(place: TestHome): Promise<void> {
  const { recording, transcript } = documentOf(
    spoken([
      ['A', 1_000, 3_000, 'Um, so tell me about the ledger.'],
      ['B', 6_000, 8_000, 'I did. It goes everywhere.'],
      ['A', 8_200, 9_000, 'Why?'],
    ]),
  )
  const facts = { ...recording, title: 'The ledger', durationMs: 10_000, sha256: 'ab'.repeat(32) }
  const { text } = json.write?.({ recording: facts, transcript }, { speakerLabel: String }) ?? { text: '' }
  await writeFile(path.join(place.folder, 'ledger.parolo.json'), text)
  mustExit(await runInProcess(['add', 'ledger.parolo.json'], place), 0)
}

/** The numbers of the writes at which it is killed. */
const WRITES = [8, 30, 34, 36, 38, 44]

const all = ['cut', 'The ledger', '--fillers', '--pauses', '1.2=0.6']

it.runIf(mounts)(
  'parolo cut on a full disk says so and cuts nothing; with space again it cuts',
  async () => {
    const place = await testHome()
    await smallDisk(place.home, '40m')
    await withLedger(place)
    const filler = await fillDisk(place.home)
    const full = await runParolo(all, place)
    expect(full.exitCode).not.toBe(0)
    expect(full.stderr).toMatch(/full|space/iu)
    await rm(filler)
    expect((await runParolo(['cut', 'The ledger'], place)).stdout).toBe(WHOLE)
    expect((await runParolo(all, place)).stdout).toBe(CUT)
  },
  LONG,
)

it.runIf(existsSync('/usr/bin/strace'))(
  'parolo cut that is killed while it writes has cut its words or not, and the same command goes on (needs strace)',
  async () => {
    const place = await testHome()
    await withLedger(place)
    let killed = 0
    for (const write of WRITES) {
      const kill = ['-e', 'trace=pwrite64', '-e', `inject=pwrite64:signal=SIGKILL:when=${write}`]
      const under = ['/usr/bin/strace', '-f', '-qq', '-o', '/dev/null', ...kill]
      const { exitCode } = await runParolo(all, { ...place, under })
      const { stdout } = await runParolo(['cut', 'The ledger'], place)
      if (exitCode === null) killed += 1
      expect([WHOLE, CUT].includes(stdout) || WORDS_CUT.test(stdout)).toBe(true)
      expect((await runParolo(all, place)).stdout).toBe(CUT)
      expect((await runParolo(['cut', 'The ledger', '--none'], place)).stdout).toBe(WHOLE)
    }
    expect(killed).toBeGreaterThan(0)
  },
  LONG,
)
