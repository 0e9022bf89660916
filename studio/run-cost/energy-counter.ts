import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const POWERCAP = '/sys/class/powercap'

interface Domain {
  readonly file: string
  /** The counter wraps around to 0 above this, microjoules. */
  readonly mostMicrojoules: number
  last: number
}

/**
 * Energy of all processor packages from their own counters (RAPL in Linux). Subdomains of a package overlap
 * with it and are left out. It must be read more often than a counter wraps around, which takes many minutes.
 */
export class EnergyCounter {
  #domains: readonly Domain[] | null
  #joules = 0

  constructor(folder = POWERCAP) {
    this.#domains = domainsIn(folder)
  }

  /** Joules since it was created; null if this system provides none, or not to this user. */
  read(): number | null {
    if (this.#domains === null) return null
    try {
      for (const domain of this.#domains) {
        const now = readNumber(domain.file)
        const grown = now - domain.last
        this.#joules += (grown >= 0 ? grown : grown + domain.mostMicrojoules) / 1e6
        domain.last = now
      }
    } catch {
      // If one counter becomes unreadable, the total is unknown: the energy is estimated.
      this.#domains = null
      return null
    }
    return this.#joules
  }
}

/** Null if there are none, or one of them is not readable. */
function domainsIn(folder: string): Domain[] | null {
  try {
    const packages = readdirSync(folder).filter((name) => {
      return /^intel-rapl:\d+$/u.test(name) && read(path.join(folder, name, 'name')).startsWith('package')
    })
    const domains = packages.map((name): Domain => {
      const file = path.join(folder, name, 'energy_uj')
      const mostMicrojoules = readNumber(path.join(folder, name, 'max_energy_range_uj'))
      return { file, mostMicrojoules, last: readNumber(file) }
    })
    return domains.length === 0 ? null : domains
  } catch {
    return null
  }
}

const read = (file: string): string => readFileSync(file, 'utf8').trim()

function readNumber(file: string): number {
  const value = Number(read(file))
  if (!Number.isFinite(value)) throw new Error(`${file} holds no number`)
  return value
}
