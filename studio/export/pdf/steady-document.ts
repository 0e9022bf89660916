import { zlibSync } from 'fflate'
import Pdf from 'pdfkit'

/** A stream of a PDF file as pdfkit has it; its types know an older form. */
interface Stream {
  compress: boolean
  buffer: Uint8Array[]
}

/** A PDF document whose bytes are the same on every system: Node's own compression differs between versions and processors. */
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

  /** No XMP: it needs the time of writing, and title and language are in the file without it. */
  endMetadata(): void {}
}
