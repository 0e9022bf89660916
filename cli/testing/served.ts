import { onTestFinished } from 'vitest'
import { type RunningParolo, startParolo } from './run-parolo.ts'
import type { TestHome } from './test-home.ts'

export interface ServedParolo extends RunningParolo {
  /** Its first output: the address. */
  readonly said: string
  readonly port: number
  readonly token: string
}

/** Starts `parolo serve` and waits for its address; it is killed after the test. */
export async function served(
  place: TestHome,
  environment: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
): Promise<ServedParolo> {
  const running = startParolo(['serve', '--port', '0', ...options], { ...place, environment })
  onTestFinished(() => void running.child.kill('SIGKILL'))
  const said = await new Promise<string>((resolve, reject) => {
    let text = ''
    running.child.stdout?.on('data', (chunk: string) => {
      text += chunk
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
    void running.result.then((result) => reject(new Error(`ended: ${result.stderr}`)))
  })
  const address = new URL(said)
  return { ...running, said, port: Number(address.port), token: address.searchParams.get('token') ?? '' }
}
