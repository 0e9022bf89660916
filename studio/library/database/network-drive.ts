import { statfsSync } from 'node:fs'
import { Fault } from '#contracts/errors'

/** Types of file systems on other machines (statfs(2)): WAL needs memory shared by all who open the file. */
const NETWORK_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0xff53_4d42, 'CIFS'],
  [0xfe53_4d42, 'SMB2'],
])

/** Throws `library.network-drive` when the folder lies on one; `typeOf` is there for tests. */
export function refuseNetworkDrive(
  folder: string,
  typeOf: (folder: string) => number = fileSystemType,
): void {
  // The number is signed where the system's long is.
  const name = NETWORK_FILE_SYSTEMS.get(typeOf(folder) >>> 0)
  if (name !== undefined) throw new Fault('library.network-drive', { folder }, `file system: ${name}`)
}

function fileSystemType(folder: string): number {
  return statfsSync(folder).type
}
