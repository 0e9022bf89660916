import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import { entry } from './start-program.ts'

const run = promisify(execFile)

/** A separate drive with files in it (in memory), which hangs and recovers on request. */
export class HangingDrive {
  readonly folder: string
  /** Ends the process that does not answer. */
  #endServer: (() => Promise<unknown>) | null = null

  private constructor(folder: string) {
    this.folder = folder
  }

  /** Null if this computer or user cannot create one: it takes Linux with FUSE and permission to mount. */
  static async mount(folder: string): Promise<HangingDrive | null> {
    if (process.platform !== 'linux') return null
    await mkdir(folder, { recursive: true })
    try {
      await run('mount', ['-i', '-t', 'tmpfs', '-o', 'size=64m', 'drive', folder])
    } catch (error) {
      if ((error as Partial<{ code: unknown }>).code === undefined) throw error
      return null
    }
    const drive = new HangingDrive(folder)
    if (await drive.hang()) {
      await drive.recover()
      return drive
    }
    await drive.unmount()
    return null
  }

  /** From now on calls do not return, and a caller cannot even be killed. False if that is not possible. */
  async hang(): Promise<boolean> {
    if (this.#endServer !== null) return true
    const words = [...entry('bench/failures/hanging-drive-program.ts'), this.folder]
    const server = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] })
    const ended = once(server, 'exit')
    const hangs = await Promise.race([once(server.stdout, 'data').then(() => true), ended.then(() => false)])
    if (hangs)
      this.#endServer = () => {
        server.kill('SIGKILL')
        return ended
      }
    return hangs
  }

  /** Waiting calls get an error; the files are unchanged. */
  async recover(): Promise<void> {
    const end = this.#endServer
    if (end === null) return
    this.#endServer = null
    await end()
    await run('umount', ['-i', '-l', this.folder])
  }

  /** Its files are lost then. */
  async unmount(): Promise<void> {
    await this.recover()
    await run('umount', ['-i', '-l', this.folder])
  }
}
