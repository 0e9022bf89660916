import type { ToStudio } from './studio-messages.ts'

/** Bytes of sound within a JSON message. */
interface Encoded {
  readonly base64: string
}

/** The message with its bytes of sound, if any, as base64: for a channel that carries JSON only. */
export function encodeSound(message: ToStudio): ToStudio {
  if (message.kind !== 'sound') return message
  const bytes = bytesOf(message.message)
  if (bytes === null) return message
  const encoded: Encoded = { base64: Buffer.from(bytes).toString('base64') }
  return { ...message, message: encoded }
}

/** Reverses `encodeSound`; returns any other message unchanged. */
export function decodeSound(message: ToStudio): ToStudio {
  if (message.kind !== 'sound' || !isEncoded(message.message)) return message
  return { ...message, message: new Uint8Array(Buffer.from(message.message.base64, 'base64')) }
}

function bytesOf(message: unknown): Uint8Array | null {
  if (message instanceof Uint8Array) return message
  return message instanceof ArrayBuffer ? new Uint8Array(message) : null
}

function isEncoded(message: unknown): message is Encoded {
  return typeof (message as Partial<Encoded> | null)?.base64 === 'string'
}
