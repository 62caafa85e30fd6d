/** The four ways to look at systems and the people who keep them. */
import { Link } from '../components/Link.tsx'
import { EVERY_SYSTEM, type Address, type SystemsQuery } from '../navigation/address.ts'
import styles from './SystemsTabs.module.css'

interface Props {
  screen: Address['screen']
  query?: SystemsQuery
}

export function SystemsTabs({ screen, query = EVERY_SYSTEM }: Props) {
  const tabs: readonly { label: string; to: Address }[] = [
    { label: 'List', to: { screen: 'systems', query } },
    { label: 'Matrix', to: { screen: 'matrix', query } },
    { label: 'Removal curve', to: { screen: 'removal' } },
    { label: 'Leave simulation', to: { screen: 'leave', people: [] } },
  ]
  return (
    <nav aria-label="Views of systems" className={styles.tabs}>
      {tabs.map(({ label, to }) => (
        <Link key={label} to={to} current={to.screen === screen} focusName={`tab:${label}`}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
