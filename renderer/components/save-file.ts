/** Hands a text to the user as a file: the browser's own way to save asks where, or puts it among the downloads. */
const TYPES: Readonly<Record<string, string>> = { csv: 'text/csv', json: 'application/json' }

export function saveFile(name: string, text: string): void {
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain'
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The save has begun once the click is over; the address may go with the next turn.
  setTimeout(() => URL.revokeObjectURL(url))
}
