import { zlibSync } from 'fflate'
import Pdf from 'pdfkit'

/** A stream of a PDF file as in pdfkit; its types describe an older form. */
interface Stream {
  compress: boolean
  buffer: Uint8Array[]
}

/**
 * A PDF document with identical bytes on every system: Node's own compression differs between versions and
 * processors.
 */
export class SteadyDocument extends Pdf {
  override ref(data: object): PDFKit.PDFKitReference {
    const made = super.ref(data)
    const stream = made as unknown as Stream
    const finalize = made.finalize.bind(made)
    made.finalize = () => {
      if (stream.compress && stream.buffer.length > 0) {
        stream.buffer = [zlibSync(Buffer.concat(stream.buffer))]
        stream.compress = false
      }
      finalize()
    }
    return made
  }

  /** No XMP: it requires the time of writing, and title and language are in the file anyway. */
  endMetadata(): void {}
}
