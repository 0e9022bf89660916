import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/opened-service.ts'
import { isOnBattery } from './battery.ts'

type Supply = Readonly<Record<string, string>>

const battery = (status: string): Supply => ({ type: 'Battery', status })
const charger = (online: string): Supply => ({ type: 'Mains', online })
const mouse: Supply = { type: 'Battery', scope: 'Device', status: 'Discharging' }

it.each<[string, readonly Supply[], boolean]>([
  ['no supply, as in a server', [], false],
  ['a charger alone', [charger('1')], false],
  ['an unplugged laptop', [charger('0'), battery('Discharging')], true],
  ['a laptop that charges', [charger('1'), battery('Charging')], false],
  ['a weak charger', [charger('1'), battery('Discharging')], false],
  ['a charger by USB-C', [{ type: 'USB', online: '1' }, battery('Discharging')], false],
  ['a full battery', [charger('0'), battery('Full')], false],
  ['the battery of a mouse', [mouse], false],
  ['a mouse beside an unplugged laptop', [mouse, battery('Discharging')], true],
  ['a power cut', [{ type: 'UPS', status: 'Discharging' }], true],
  ['a supply that tells nothing', [{}], false],
])('%s', async (_name, supplies, expected) => {
  const folder = await temporaryFolder()
  for (const [index, facts] of supplies.entries()) {
    const supply = path.join(folder, `supply${index}`)
    await mkdir(supply)
    for (const [name, value] of Object.entries(facts)) await writeFile(path.join(supply, name), `${value}\n`)
  }
  expect(await isOnBattery(folder)).toBe(expected)
})

it('a system that has no such folder', async () => {
  expect(await isOnBattery(path.join(await temporaryFolder(), 'nothing'))).toBe(false)
})
