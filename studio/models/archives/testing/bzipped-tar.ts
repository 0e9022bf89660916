/** `nemo-tiny/` with model.int8.onnx, tokens.txt and test_wavs/0.wav, made by Python's tarfile and bz2. */
export const bzippedTar: Uint8Array = Buffer.from(
  `QlpoOTFBWSZTWXVtg3MAATr/iM+QBABAA//FAaQRAPbvn+AABCgIMADNVCUiaTAmTQ9QAaZABpiHqGA0BoAANNBoBoA0CSSRiGgG
gDIAaAZNHqOvutnxDVTwLBUyhBNcaAiDTM32CwnAyLjUsHBEkIYAhZ1LKbk6BJBSHrZBFW5liUCBNLGGVgCFXFXN8EGVQrTbRWor
kag9S9EEVL0AyQIobk76Z+kZQ1loWDe4Pp1mcAjzWEkPwBFQCKgELGBXGy5QcLKHOgwSzKD8hLh7AsBB+2BwXs8IwVgzwEXHhIOf
Qkglt32CdID+LuSKcKEg6tsG5g==`,
  'base64',
)
