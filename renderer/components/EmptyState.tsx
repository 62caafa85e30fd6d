/** What stands where nothing is yet: what is missing, what it would unlock, and the way to it. */
import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

export function EmptyState({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <section className={styles.empty}>
      <h2>{title}</h2>
      <div className={styles.words}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
