export type Platform = 'linux' | 'darwin' | 'win32' | 'other'

/** The system that the page runs on, for instructions about its sound. */
export function pagePlatform(agent: string = navigator.userAgent): Platform {
  if (/windows/iu.test(agent)) return 'win32'
  if (/macintosh|mac os/iu.test(agent)) return 'darwin'
  return /linux|cros/iu.test(agent) ? 'linux' : 'other'
}
