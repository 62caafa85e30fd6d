/** F6 walks the regions of the window: sidebar, content, side panel, activity. */
export function focusRegion(root: Document, step: 1 | -1): void {
  const regions = [...root.querySelectorAll<HTMLElement>('[data-region]')].filter(region => region.offsetParent !== null)
  const current = regions.findIndex(region => region.contains(root.activeElement))
  const next = regions[(current + step + regions.length) % regions.length]
  if (!next) return
  const target = next.querySelector<HTMLElement>('[data-region-focus], a[aria-current], [tabindex="0"], a[href], button, input, select')
  ;(target ?? next).focus()
}
