// Sends a file to its door, telling how much has gone; and makes large photos fit for a slow line first.
import type { AnyFileEndpoint } from '@kheo/kit/endpoint.ts'
import { addressOf, CallRefused } from '@kheo/kit/client.ts'
import { language } from './text.ts'

/** How much of a file has gone, from 0 to 1. */
export type TellSent = (share: number) => void

const PATIENCE_MS = 300_000

function bodyOf(request: XMLHttpRequest): Record<string, never> {
  try {
    return JSON.parse(request.responseText) as Record<string, never>
  } catch {
    return {}
  }
}

/**
 * Resolves when the server has kept the file. `fetch` cannot tell how much of a body has gone, so the older way is used.
 * @throws CallRefused with the server's sentence; TypeError when the server cannot be reached
 */
export function sendFile(
  endpoint: AnyFileEndpoint,
  query: Readonly<Record<string, string>>,
  file: Blob,
  tell: TellSent,
): Promise<void> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    request.open(endpoint.method, addressOf(endpoint, query))
    request.timeout = PATIENCE_MS
    request.setRequestHeader('accept-language', language())
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', (event) => tell(event.total > 0 ? event.loaded / event.total : 0))
    const lost = () => fail(new TypeError('the server cannot be reached'))
    for (const name of ['error', 'timeout', 'abort'] as const) request.addEventListener(name, lost)
    request.addEventListener('load', () =>
      request.status >= 200 && request.status < 300 ? done() : fail(new CallRefused(request.status, bodyOf(request))),
    )
    request.send(file)
  })
}

const KEPT_AS_IT_IS = ['image/jpeg', 'image/png', 'image/webp']
const LARGE = 2 * 1024 * 1024
const LONGEST_SIDE = 2560
const QUALITY = 0.85

/** Large photos, and those of kinds that not every browser shows, become JPEG of a size to print; the rest stays as it is. */
export async function fitPhoto(file: File): Promise<File> {
  const isPhoto = file.type.startsWith('image/') && file.type !== 'image/svg+xml' && file.type !== 'image/gif'
  if (!isPhoto || (file.size <= LARGE && KEPT_AS_IT_IS.includes(file.type))) return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    if (made === null || (made.size >= file.size && KEPT_AS_IT_IS.includes(file.type))) return file
    return new File([made], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: made.type })
  } catch {
    // What this browser cannot read is judged by the server.
    return file
  }
}
