import { gzipSync } from 'node:zlib'

export interface TarMember {
  readonly name: string
  readonly content?: string | Uint8Array
  /** `0` file, `1` hard link, `2` symbolic link, `3` device, `5` folder. */
  readonly type?: string
  readonly link?: string
}

/** A tar file with these members, whatever their names. */
export function tarBytes(members: readonly TarMember[]): Buffer {
  const blocks = members.flatMap(({ name, content = '', type = '0', link = '' }) => {
    const body = Buffer.from(content)
    const header = Buffer.alloc(512)
    header.write(name, 0, 100)
    header.write('0000644\0', 100)
    header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write('00000000000\0', 136)
    header.write('        ', 148)
    header.write(type, 156)
    header.write(link, 157, 100)
    header.write('ustar\u000000', 257)
    const sum = header.reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

export const tarGzBytes = (members: readonly TarMember[]): Buffer => gzipSync(tarBytes(members))

/** The files of a model of the kind `nemo-transducer`; none of them can be loaded. */
export const nemoMembers = (folder: string, tokens = '<blk> 0\n'): TarMember[] => [
  { name: `${folder}/`, type: '5' },
  { name: `${folder}/encoder.int8.onnx`, content: 'an encoder' },
  { name: `${folder}/decoder.int8.onnx`, content: 'a decoder' },
  { name: `${folder}/joiner.int8.onnx`, content: 'a joiner' },
  { name: `${folder}/tokens.txt`, content: tokens },
  { name: `${folder}/encoder.onnx`, content: 'the encoder with all its bits' },
  { name: `${folder}/test_wavs/0.wav`, content: 'sound' },
  { name: `${folder}/README.md`, content: 'read me' },
]
