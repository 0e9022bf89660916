import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from '../faults/error-code.ts'

/** Where Linux reports chargers and batteries; no other system has it. */
const SUPPLIES = '/sys/class/power_supply'

const CHARGERS: ReadonlySet<string> = new Set(['Mains', 'USB', 'Wireless'])
const STORES: ReadonlySet<string> = new Set(['Battery', 'UPS'])

/** Whether this computer runs on battery; false if the system does not report it, or there is none. */
export async function isOnBattery(folder: string = SUPPLIES): Promise<boolean> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  let isDischarging = false
  for (const name of names) {
    const supply = path.join(folder, name)
    const type = await fact(supply, 'type')
    if (CHARGERS.has(type) && (await fact(supply, 'online')) === '1') return false
    // The battery of a mouse or headset says nothing about the computer.
    if (!STORES.has(type) || (await fact(supply, 'scope')) === 'Device') continue
    if ((await fact(supply, 'status')) === 'Discharging') isDischarging = true
  }
  return isDischarging
}

/** Empty if a supply has no such file; some cannot be read for a moment when a device is unplugged. */
async function fact(supply: string, name: string): Promise<string> {
  try {
    return (await readFile(path.join(supply, name), 'utf8')).trim()
  } catch (error) {
    if (['ENOENT', 'ENODEV', 'EIO', 'ENODATA'].includes(codeOf(error) ?? '')) return ''
    throw error
  }
}
