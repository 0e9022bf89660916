// A drive whose calls never return: a file system (FUSE) mounted on the folder that only answers that it
// exists. Prints `hangs`; when it ends, waiting calls get an error and the previous content is visible again.
// Argument: the folder. Needs permission to mount.
import { spawn } from 'node:child_process'
import { closeSync, openSync, read, writeSync } from 'node:fs'

/** The kernel passes nothing to buffers smaller than its longest message. */
const MAX_MESSAGE_LENGTH = 1 << 20
/** Lengths of a message's head, and of an answer's (linux/fuse.h). */
const [IN_HEAD, OUT_HEAD, INIT_ANSWER] = [40, 16, 64]
const INIT = 26
const VERSION = [7, 31] as const
const MAX_WRITE = 1 << 17

const folder = process.argv[2] ?? ''
const kernel = openSync('/dev/fuse', 'r+')
const options = 'fd=3,rootmode=40000,user_id=0,group_id=0,allow_other'
const mounting = spawn('mount', ['-i', '-t', 'fuse', '-o', options, 'hanging', folder], {
  stdio: ['ignore', 'ignore', 'inherit', kernel],
})
mounting.once('exit', (code) => {
  if (code === 0) receive(Buffer.alloc(MAX_MESSAGE_LENGTH))
  else process.exit(1)
})
// The process that started it has ended.
process.stdin.resume().once('end', () => {
  spawn('umount', ['-i', '-l', folder], { detached: true, stdio: 'ignore' }).unref()
  process.exit()
})

function receive(message: Buffer): void {
  read(kernel, message, 0, message.length, null, (error, bytes) => {
    if (error?.code === 'ENODEV') {
      closeSync(kernel)
      process.exit()
    }
    if (error !== null && error.code !== 'EINTR' && error.code !== 'ENOENT') throw error
    if (error === null && bytes >= IN_HEAD && message.readUInt32LE(4) === INIT) begin(message)
    receive(message)
  })
}

/** After it the kernel passes on requests of programs, and waits. */
function begin(message: Buffer): void {
  const answer = Buffer.alloc(OUT_HEAD + INIT_ANSWER)
  answer.writeUInt32LE(answer.length, 0)
  message.copy(answer, 8, 8, 16)
  answer.writeUInt32LE(VERSION[0], OUT_HEAD)
  answer.writeUInt32LE(VERSION[1], OUT_HEAD + 4)
  answer.writeUInt32LE(MAX_WRITE, OUT_HEAD + 20)
  writeSync(kernel, answer)
  process.stdout.write('hangs\n')
}
