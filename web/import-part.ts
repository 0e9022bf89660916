import type { IncomingMessage, ServerResponse } from 'node:http'
import { IMPORT_PART_BYTES } from '#contracts/calls/imports'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { programLanguage } from '#core/messages/messages'
import type { ImportStore } from '#studio/imports/import-store'

/** `bytes 0-99/1000`: first byte, last byte, size of the file. */
const CONTENT_RANGE = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/u

/**
 * PUT of a part of a file, positioned by Content-Range. 200 and `{received}` if it was accepted; 409 and the contract's
 * `import.incomplete` with `received` if it does not start where the last one ended (the page continues from there);
 * otherwise an error in the contract's form: 404 for an unknown import, 507 for a full disk, 400 and 413 for an invalid
 * part.
 */
export async function receivePart(
  request: IncomingMessage,
  response: ServerResponse,
  imports: ImportStore,
  importId: string,
): Promise<void> {
  const answer = (status: number, body: unknown) => {
    // The unread rest of a body would precede the next request on the connection.
    const headers = request.complete ? {} : { Connection: 'close' }
    const text = Buffer.from(JSON.stringify(body))
    const type = {
      'Content-Type': 'application/json',
      'Content-Length': text.length,
      'Cache-Control': 'no-store',
    }
    response.writeHead(status, { ...type, ...headers }).end(text)
  }
  const match = CONTENT_RANGE.exec(request.headers['content-range'] ?? '')
  const [start, end] = [Number(match?.[1]), Number(match?.[2])]
  const language = programLanguage(request.headers['accept-language'])
  const refuse = (status: number, fault: Fault) => answer(status, describeFault(fault, language))
  if (match === null || end < start) {
    refuse(400, new Fault('call.bad-input', { call: 'PUT /import' }, 'Content-Range'))
    return
  }
  if (end - start + 1 > IMPORT_PART_BYTES) {
    refuse(413, new Fault('call.bad-input', { call: 'PUT /import' }, `more than ${IMPORT_PART_BYTES} bytes`))
    return
  }
  try {
    const { received, taken } = await imports.put(importId, start, atMost(request, end - start + 1))
    if (taken) answer(200, { received })
    else
      answer(409, {
        ...describeFault(new Fault('import.incomplete', { file: importId }), language),
        received,
      })
  } catch (error) {
    // The page disconnected during the upload: no response is needed, and the received bytes are kept.
    if (request.destroyed && !request.complete) return
    if (!(error instanceof Fault)) throw error
    refuse(statusOf(error), error)
  }
}

function statusOf({ code }: Fault): number {
  if (code === 'import.unknown') return 404
  if (code === 'disk.full') return 507
  return code === 'call.bad-input' ? 400 : 500
}

/** Throws `call.bad-input` if a body is longer than its header declares. */
async function* atMost(source: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes
  for await (const chunk of source) {
    left -= chunk.length
    if (left < 0) throw new Fault('call.bad-input', { call: 'PUT /import' }, 'longer than its Content-Range')
    yield chunk
  }
}
