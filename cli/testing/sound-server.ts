import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Two outputs without a device; their monitors serve as microphone and system sound. */
const MODULES = [
  'module-null-sink sink_name=speakers rate=48000',
  'module-null-sink sink_name=micfeed rate=48000',
  'module-remap-source source_name=mic master=micfeed.monitor source_properties=device.description=Microphone',
  'module-remap-source source_name=system master=speakers.monitor source_properties=device.description=Speakers',
]
const STARTING_MS = 10_000

export interface SoundServer {
  /** Environment of programs that use it. */
  readonly environment: Readonly<Record<string, string>>
  /** Plays a WAV file; resolves to a function that stops it. */
  readonly play: (sink: 'micfeed' | 'speakers', file: string) => ChildProcess
  /**
   * Plays a tone that the server itself generates, without gaps on a busy machine; resolves to a function
   * that stops it.
   */
  readonly playTone: (sink: 'micfeed' | 'speakers', hertz: number) => Promise<() => Promise<void>>
  readonly pactl: (...words: readonly string[]) => Promise<string>
  /** SIGKILL, like a crash. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  readonly end: () => Promise<void>
}

/** Whether a private PulseAudio server can be started here. */
export async function hasPulseAudio(): Promise<boolean> {
  if (process.platform !== 'linux') return false
  return await Promise.all(['pulseaudio', 'pactl', 'paplay'].map((name) => run(name, ['--version']))).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}

/** A private PulseAudio server for the test, without any real device. */
export async function startSoundServer(): Promise<SoundServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-pulse-'))
  const socket = path.join(folder, 'native')
  const environment = {
    PULSE_SERVER: `unix:${socket}`,
    PULSE_RUNTIME_PATH: path.join(folder, 'run'),
    PULSE_STATE_PATH: path.join(folder, 'state'),
    PULSE_COOKIE: path.join(folder, 'cookie'),
    XDG_RUNTIME_DIR: folder,
  }
  const env = { ...process.env, ...environment }
  const players = new Set<ChildProcess>()
  let child: ChildProcess | null = null
  const pactl = async (...words: readonly string[]) => (await run('pactl', words, { env })).stdout
  const ended = (one: ChildProcess) =>
    one.exitCode === null && one.signalCode === null
      ? new Promise((resolve) => one.once('exit', resolve))
      : Promise.resolve()

  const server: SoundServer = {
    environment,
    pactl,
    play(sink, file) {
      const player = spawn('paplay', [`--device=${sink}`, file], { env, stdio: 'ignore' })
      players.add(player)
      player.once('exit', () => players.delete(player))
      return player
    },
    async playTone(sink, hertz) {
      const module = (await pactl('load-module', 'module-sine', `sink=${sink}`, `frequency=${hertz}`)).trim()
      return async () => {
        await pactl('unload-module', module)
      }
    },
    async start() {
      await mkdir(environment.PULSE_RUNTIME_PATH, { recursive: true, mode: 0o700 })
      await mkdir(environment.PULSE_STATE_PATH, { recursive: true })
      await rm(socket, { force: true })
      const modules = [`module-native-protocol-unix socket=${socket}`, ...MODULES]
      const words = ['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--log-target=null']
      child = spawn('pulseaudio', [...words, ...modules.flatMap((one) => ['-L', one])], {
        env,
        stdio: 'ignore',
      })
      const until = performance.now() + STARTING_MS
      while (!(await pactl('list', 'short', 'sources').catch(() => '')).includes('system')) {
        if (performance.now() > until) throw new Error('PulseAudio does not answer')
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      await pactl('set-default-source', 'mic')
    },
    async kill() {
      child?.kill('SIGKILL')
      if (child !== null) await ended(child)
    },
    async end() {
      for (const player of players) player.kill('SIGKILL')
      await server.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await server.start()
  return server
}
