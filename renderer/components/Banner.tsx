/** One line across a screen that qualifies all that is on it. */
import { Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Banner.module.css'
import { classes } from './classes.ts'

export function Banner({ tone = 'note', children, actions }: { tone?: 'note' | 'warning'; children: ReactNode; actions?: ReactNode }) {
  const Icon = tone === 'warning' ? TriangleAlert : Info
  return (
    <div className={classes(styles.banner, styles[tone])}>
      <Icon size={14} aria-hidden="true" className={styles.icon} />
      <p>{children}</p>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
