import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const PULSEAUDIO = '/usr/bin/pulseaudio'
const START_MS = 20_000

export interface NullSink {
  /** For the browser: the location of the sound device. */
  readonly environment: NodeJS.ProcessEnv
  stop(): Promise<void>
}

export const nullSinkMissing = existsSync(PULSEAUDIO) ? null : 'pulseaudio is not installed'

/** A sound device without output: without any device, Firefox plays nothing. */
export async function startNullSink(): Promise<NullSink> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-sound-'))
  const socket = path.join(folder, 'native')
  const environment = {
    ...process.env,
    PULSE_SERVER: `unix:${socket}`,
    PULSE_RUNTIME_PATH: folder,
    HOME: folder,
  }
  const server = spawn(
    PULSEAUDIO,
    [
      '-n',
      '--daemonize=no',
      '--exit-idle-time=-1',
      '--use-pid-file=no',
      '--load=module-null-sink',
      `--load=module-native-protocol-unix socket=${socket} auth-anonymous=1`,
    ],
    { env: environment, stdio: 'ignore' },
  )
  const end = Date.now() + START_MS
  while (!existsSync(socket)) {
    if (server.exitCode !== null || Date.now() > end) throw new Error('PulseAudio did not start')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    environment,
    async stop() {
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}
