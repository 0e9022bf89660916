import { EXIT_FAILED, main } from './main.ts'
import { progressMode, terminalLocale } from './options/arguments.ts'
import { Terminal } from './terminal/terminal.ts'

// A reader that closed its end (`parolo show X | head`) is not an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader is gone or the redirected file's disk is full: nothing can be printed there.
    process.exitCode = error.code === 'EPIPE' ? process.exitCode : EXIT_FAILED
  })
}
// An internal error is printed in the requested form, like every error.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => {
    new Terminal(terminalLocale(process.argv, process.env), progressMode(process.argv)).error(error)
    process.exit(EXIT_FAILED)
  })
}
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
  // Anything that hangs (an ffprobe on an unresponsive disk) must not keep the program running; output is flushed first.
  process.stdout.write('', () => process.exit())
})
