import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import { entry } from './start-program.ts'

const run = promisify(execFile)

/** A drive of its own with files in it (in memory), which stops answering and answers again as told. */
export class HangingDrive {
  readonly folder: string
  /** Ends the process that answers nothing. */
  #endServer: (() => Promise<unknown>) | null = null

  private constructor(folder: string) {
    this.folder = folder
  }

  /** Null where this computer, or this user, cannot make one: it takes Linux with FUSE and the rights to mount. */
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

  /** From now on calls do not return, and who makes one cannot even be killed. False if that cannot be had. */
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

  /** What waited gets an error; the files are there as they were. */
  async recover(): Promise<void> {
    const end = this.#endServer
    if (end === null) return
    this.#endServer = null
    await end()
    await run('umount', ['-i', '-l', this.folder])
  }

  /** Its files are gone then. */
  async unmount(): Promise<void> {
    await this.recover()
    await run('umount', ['-i', '-l', this.folder])
  }
}
