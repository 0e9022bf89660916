import { statfsSync } from 'node:fs'
import { Fault } from '#contracts/errors'

/** Network file system types (statfs(2)): WAL needs memory shared by all processes that open the file. */
const NETWORK_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0xff53_4d42, 'CIFS'],
  [0xfe53_4d42, 'SMB2'],
  // Cluster file systems; numbers as in GNU stat.
  [0x0bd0_0bd0, 'Lustre'],
  [0x4750_4653, 'GPFS'],
  [0x1983_0326, 'BeeGFS'],
  [0x00c3_6400, 'Ceph'],
])

/** Throws `library.network-drive` if the folder is on one; `typeOf` is injectable for tests. */
export function refuseNetworkDrive(
  folder: string,
  typeOf: (folder: string) => number = fileSystemType,
): void {
  // The number is signed if the system's long is.
  const name = NETWORK_FILE_SYSTEMS.get(typeOf(folder) >>> 0)
  if (name !== undefined) throw new Fault('library.network-drive', { folder }, `file system: ${name}`)
}

function fileSystemType(folder: string): number {
  return statfsSync(folder).type
}
