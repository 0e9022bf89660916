import { RECORDING_RATE } from '#core/recording/block'

export const WAV_HEADER_BYTES = 44
export const BYTES_PER_FRAME = 2
/** Sizes in a file that is not closed: readers then read to its end. */
export const UNKNOWN_SIZE = 0xff_ff_ff_ff

/** Header of mono PCM16. */
export function wavHeader(soundBytes: number, rate = RECORDING_RATE): Uint8Array {
  const header = Buffer.alloc(WAV_HEADER_BYTES)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(Math.min(UNKNOWN_SIZE, soundBytes + WAV_HEADER_BYTES - 8), 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * BYTES_PER_FRAME, 28)
  header.writeUInt16LE(BYTES_PER_FRAME, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(soundBytes, 40)
  return header
}
