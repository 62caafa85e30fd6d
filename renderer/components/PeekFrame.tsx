/** The panel beside a table: its width can be dragged or stepped, its foot holds what can be done. */
import { useRef, type ReactNode } from 'react'
import styles from './PeekFrame.module.css'

interface Props {
  width: number
  onWidth: (width: number) => void
  children: ReactNode
  actions: ReactNode
}

const KEY_STEP = 20

export function PeekFrame({ width, onWidth, children, actions }: Props) {
  return (
    <aside className={styles.peek} style={{ inlineSize: width }} aria-label="Peek" data-region="peek">
      <Resizer width={width} onWidth={onWidth} />
      {children}
      <div className={styles.actions}>{actions}</div>
    </aside>
  )
}

function Resizer({ width, onWidth }: Pick<Props, 'width' | 'onWidth'>) {
  const start = useRef<{ x: number; width: number } | null>(null)
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label="Width of the side panel"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={280}
      aria-valuemax={560}
      className={styles.resizer}
      onKeyDown={event => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
        event.preventDefault()
        onWidth(width + (event.key === 'ArrowLeft' ? KEY_STEP : -KEY_STEP))
      }}
      onPointerDown={event => {
        start.current = { x: event.clientX, width }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={event => start.current && onWidth(start.current.width + start.current.x - event.clientX)}
      onPointerUp={() => (start.current = null)}
    />
  )
}
