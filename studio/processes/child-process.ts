/** A child process of the studio's (an engine, a drive's), however it was started. */
export interface OwnChild<Message> {
  readonly pid: number | undefined
  /** Messages that an ending process does not receive are not reported; `ended` follows. */
  send(message: Message): void
  /** Immediately, without waiting for running work. */
  kill(): void
  /** Keeps the parent's event loop alive only while work is awaited. */
  hold(held: boolean): void
}

/** Callbacks for a child's messages, stderr and end. */
export interface ChildListener {
  readonly message: (message: unknown) => void
  readonly stderr: (text: string) => void
  /**
   * The last callback; `how`: `exit 1`, `signal SIGKILL`, or the reason why the process could not be started.
   */
  readonly ended: (how: string) => void
}

/** Starts a child; no callback is called before this returns. */
export type StartChild<Message> = (listener: ChildListener) => OwnChild<Message>
