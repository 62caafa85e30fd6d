/** What Back brings back beside the address: how far each region was scrolled and what had the focus. */
export interface ViewMemory {
  readonly scrolls: Readonly<Record<string, { top: number; left: number }>>
  readonly focus: string | null
}

const FRAMES_TO_TRY = 40

export function captureView(root: Document): ViewMemory {
  const scrolls: Record<string, { top: number; left: number }> = {}
  for (const region of root.querySelectorAll<HTMLElement>('[data-scroll]'))
    scrolls[region.dataset['scroll'] ?? ''] = { top: region.scrollTop, left: region.scrollLeft }
  return { scrolls, focus: root.activeElement?.closest<HTMLElement>('[data-focus]')?.dataset['focus'] ?? null }
}

/** Rows arrive a moment after the screen does, so this tries again frame by frame until all is in place. */
export function restoreView(root: Document, memory: ViewMemory, framesLeft = FRAMES_TO_TRY): void {
  if (!(applyScroll(root, memory) && applyFocus(root, memory)) && framesLeft > 0)
    requestAnimationFrame(() => restoreView(root, memory, framesLeft - 1))
}

function applyScroll(root: Document, memory: ViewMemory): boolean {
  return Object.entries(memory.scrolls).every(([name, { top, left }]) => {
    const region = root.querySelector<HTMLElement>(`[data-scroll="${CSS.escape(name)}"]`)
    if (!region) return false
    region.scrollTo({ top, left, behavior: 'instant' })
    return Math.abs(region.scrollTop - top) < 2
  })
}

function applyFocus(root: Document, memory: ViewMemory): boolean {
  if (memory.focus === null) return true
  const target = root.querySelector<HTMLElement>(`[data-focus="${CSS.escape(memory.focus)}"]`)
  target?.focus({ preventScroll: true })
  return target !== null
}
