/** A control with its name in sight beside it. The control itself carries its full name for those who hear it. */
import type { ReactNode } from 'react'
import styles from './Labelled.module.css'

export function Labelled({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.labelled}>
      <span>{name}</span>
      {children}
    </div>
  )
}
