/** The top of a screen: where one is, what it is called, and what can be done here. */
import { useEffect, type ReactNode } from 'react'
import type { Address } from '../navigation/address.ts'
import { Link } from './Link.tsx'
import styles from './ScreenHeader.module.css'

export interface Crumb {
  readonly label: string
  readonly to: Address
}

interface Props {
  title: string
  crumbs?: readonly Crumb[]
  /** Beside the title, in the quiet colour. */
  hint?: ReactNode
  actions?: ReactNode
}

export function ScreenHeader({ title, crumbs = [], hint, actions }: Props) {
  useEffect(() => {
    document.title = [title, ...crumbs.map(crumb => crumb.label).toReversed(), 'Switchyard'].join(' · ')
  }, [title, crumbs])
  return (
    <header className={styles.header}>
      <div className={styles.place}>
        {crumbs.length > 0 && (
          <nav aria-label="Breadcrumb">
            <ol className={styles.crumbs}>
              {crumbs.map(crumb => (
                <li key={crumb.label}>
                  <Link to={crumb.to}>{crumb.label}</Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 tabIndex={-1} className={styles.title} title={title}>
          {title}
        </h1>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
