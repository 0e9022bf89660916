import { expect, it } from 'vitest'
import { driveOfVolumes, driveOfWindows, findByMounts } from './mounted-drives.ts'

const MOUNTS = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
31 27 0:40 / /mnt/nas rw,relatime shared:1 - autofs systemd-1 rw
32 31 0:45 / /mnt/nas rw,relatime shared:2 - nfs4 nas:/export rw
33 27 8:17 / /media/me/My\\040disk rw,relatime - vfat /dev/sdb1 rw
34 27 254:0 /home/me/shared /srv/shared rw,relatime - ext4 /dev/vda rw`

it('finds the drive of a path in the list of mounts', () => {
  const find = findByMounts(MOUNTS)
  expect(find('/home/me/talk.mp3')).toEqual({ id: '254:0', name: '/' })
  expect(find('/mnt/nas/2026/talk.mp3')).toEqual({ id: '0:45', name: '/mnt/nas' })
  expect(find('/mnt/nas')).toEqual({ id: '0:45', name: '/mnt/nas' })
  expect(find('/mnt/nas2/talk.mp3').id).toBe('254:0')
  expect(find('/media/me/My disk/talk.mp3')).toEqual({ id: '8:17', name: '/media/me/My disk' })
  // A relative path, and an empty list.
  expect(find('talk.mp3').id).toBe('/')
  expect(findByMounts('')('/home/me').id).toBe('/')
  // The same disk mounted elsewhere.
  expect(find('/srv/shared/talk.mp3').id).toBe('254:0')
})

it('takes letters and shares of Windows, and volumes of a Mac', () => {
  expect(driveOfWindows('C:\\Users\\me\\talk.mp3')).toEqual({ id: 'C:', name: 'C:' })
  expect(driveOfWindows('c:\\talk.mp3').id).toBe('C:')
  expect(driveOfWindows('\\\\nas\\Sound\\2026\\talk.mp3').name).toBe('\\\\nas\\Sound')
  expect(driveOfVolumes('/Volumes/NAS/talk.mp3').name).toBe('/Volumes/NAS')
  expect(driveOfVolumes('/Users/me/talk.mp3').name).toBe('/')
})
