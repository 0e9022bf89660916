import { describe, expect, test } from 'vitest'
import { inWorkFolder } from '../measure/work-folder.ts'
import { Ledger } from './ledger.ts'
import { playFailures } from './play-failures.ts'

test(
  'programs that are killed at random lose nothing that was acknowledged, and bring nothing back',
  { timeout: 240_000 },
  async () => {
    const played = await inWorkFolder((folder) =>
      playFailures(folder, { rounds: 2, seed: 7, say: () => undefined }),
    )
    expect(played.faults).toEqual([])
    expect(played.counts.acknowledged).toBeGreaterThan(0)
  },
)

describe('the ledger of what was acknowledged finds', () => {
  const nowhere = () => null
  const ledgerWith = (...tokens: string[]): Ledger => {
    const ledger = new Ledger()
    for (const token of tokens) {
      ledger.tryToAdd(token, 'qzone')
      ledger.didAdd(token)
    }
    return ledger
  }

  test('what was acknowledged and is lost, but not what was only tried', () => {
    const ledger = ledgerWith('qzone', 'qzword')
    ledger.tryToAdd('qztried', 'qzone')
    expect(ledger.differences(new Set(['qzone']), nowhere)).toEqual([
      'qzword of qzone was acknowledged and is lost',
    ])
  })

  test('what was deleted and is back, or still in a file', () => {
    const ledger = ledgerWith('qzone', 'qzword')
    ledger.didDelete('qzone')
    expect(ledger.differences(new Set(['qzone']), (token) => `${token}.db`)).toEqual([
      'qzone of qzone was deleted and is back',
      'qzword of qzone was deleted and is still in qzword.db',
    ])
  })

  test('a recording that was deleted and is back, but not one that was cut off and comes later', () => {
    const ledger = ledgerWith()
    for (const token of ['qzkept', 'qzcut']) ledger.tryToRecord(token)
    ledger.didAdd('qzkept')
    ledger.didDelete('qzkept')
    ledger.settle(new Set())
    expect(ledger.differences(new Set(['qzcut', 'qzkept']), nowhere)).toEqual([
      'qzkept of qzkept was deleted and is back',
    ])
  })

  test('half of a recording whose deletion was interrupted', () => {
    const ledger = ledgerWith('qzone', 'qzword')
    ledger.tryToDelete('qzone')
    expect(ledger.differences(new Set(['qzword']), nowhere)).toEqual([
      'qzword is there without its recording qzone',
    ])
    expect(ledger.differences(new Set(), nowhere)).toEqual([])
  })

  test('nothing in a replaced library from which a deletion that was killed had taken nothing', () => {
    const ledger = ledgerWith('qzone')
    const backup = ledger.snapshot()
    ledger.tryToAdd('qzword', 'qzone')
    ledger.didAdd('qzword')
    ledger.tryToDelete('qzone')
    ledger.tryToRestore(backup)
    const replaced = (): string => 'replaced.db'
    expect(ledger.differences(new Set(['qzone']), replaced)).toEqual([])
    ledger.settle(new Set(['qzone']))
    expect(ledger.differences(new Set(['qzone']), replaced)).toEqual([])
    ledger.didDelete('qzone')
    expect(ledger.differences(new Set(), replaced)).toEqual([
      'qzone of qzone was deleted and is still in replaced.db',
    ])
  })

  test('nothing in what was done while a backup may have been restored, but in what is done afterwards', () => {
    const ledger = ledgerWith('qzone')
    const backup = ledger.snapshot()
    ledger.tryToRestore(backup)
    ledger.didDelete('qzone')
    ledger.didNotRestore()
    expect(ledger.differences(new Set(['qzone']), nowhere)).toEqual([])
    ledger.settle(new Set(['qzone']))
    ledger.didDelete('qzone')
    expect(ledger.differences(new Set(['qzone']), nowhere)).toEqual([
      'qzone of qzone was deleted and is back',
    ])
  })

  test('a restored library that is not as its backup', () => {
    const ledger = ledgerWith('qzone')
    const backup = ledger.snapshot()
    ledger.tryToAdd('qzlater', 'qzone')
    ledger.didAdd('qzlater')
    ledger.tryToRestore(backup)
    // By a program started in parallel.
    ledger.tryToAdd('qzbeside', 'qzbeside')
    ledger.didAdd('qzbeside')
    ledger.didRestore(backup)
    expect(ledger.differences(new Set(['qzone', 'qzlater']), nowhere)).toEqual([
      'qzlater of qzone was deleted and is back',
    ])
  })
})
