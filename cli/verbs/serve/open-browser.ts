import { spawn } from 'node:child_process'

/**
 * Opens a URL in the user's browser; false if the system has no command for it. Every local user can read
 * that URL.
 */
export function openBrowser(address: string): Promise<boolean> {
  const [command, ...words] = opener(process.platform)
  return new Promise((resolve) => {
    const child = spawn(command, [...words, address], { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

function opener(platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return platform === 'darwin' ? ['open'] : ['xdg-open']
}
