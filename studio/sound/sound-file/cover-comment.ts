/** Type of a picture in FLAC and Ogg: the front cover. */
const FRONT_COVER = 3

/**
 * A JPEG as the comment METADATA_BLOCK_PICTURE, in which Ogg holds a cover (a FLAC picture block in base64). Its size
 * and colors are 0: readers take them from the picture.
 */
export function coverComment(jpeg: Uint8Array): string {
  const type = Buffer.from('image/jpeg', 'ascii')
  const numbers = (...values: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(4 * values.length)
    values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index))
    return bytes
  }
  const head = [numbers(FRONT_COVER, type.length), type, numbers(0, 0, 0, 0, 0, jpeg.length)]
  return Buffer.concat([...head, jpeg]).toString('base64')
}
