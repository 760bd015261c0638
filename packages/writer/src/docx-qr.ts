// A square code as a picture in Word, drawn at a size in millimetres.

import { ImageRun } from 'docx'
import { qrPng } from './qr.ts'

const PIXELS_PER_MM = 96 / 25.4

/** The same text gives the same picture; what it says stands in the picture's description for who cannot see it. */
export const qrRun = (text: string, sizeMm: number): ImageRun => {
  const side = sizeMm * PIXELS_PER_MM
  return new ImageRun({
    type: 'png',
    data: qrPng(text),
    transformation: { width: side, height: side },
    altText: { name: 'QR', description: text, title: text },
  })
}
