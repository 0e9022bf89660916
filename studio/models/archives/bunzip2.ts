import unbzip2 from 'unbzip2-stream'

/**
 * Decompresses bzip2 and verifies its checksums; synchronous inside, so it belongs in a worker. Calls
 * `onBytes` for each block at once, as a few bytes may expand to any number: what it throws ends the work.
 */
export async function* bunzip2(
  stream: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const decoder = unbzip2()
  let ready: Uint8Array[] = []
  let failure: Error | undefined
  decoder.on('data', (data: Uint8Array) => {
    onBytes(data.length)
    ready.push(data)
  })
  decoder.on('error', (error: Error) => (failure ??= error))
  const taken = (): Uint8Array[] => {
    if (failure !== undefined) throw failure
    const blocks = ready
    ready = []
    return blocks
  }
  for await (const chunk of stream) {
    decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    yield* taken()
  }
  decoder.end()
  yield* taken()
}
