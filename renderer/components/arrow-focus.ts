/** Arrow keys walk a list of buttons; Home and End go to its ends. Tab leaves it as ever. */
import type { KeyboardEvent } from 'react'

export function walkByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-walk]')) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-walk]')]
  const next = nextIndex(event.key, items.indexOf(event.target), items.length)
  if (next === null) return
  event.preventDefault()
  items[next]?.focus()
}

/** The place a key goes to from `at` among `count`; null for keys that walk nowhere. */
export function nextIndex(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
