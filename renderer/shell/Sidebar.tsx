/** The way around, the looks, and on what snapshot all of it stands. */
import {
  ChevronsUpDown,
  FileInput,
  Gauge,
  House,
  Keyboard,
  LayoutDashboard,
  Lock,
  Monitor,
  Moon,
  Network,
  Rows3,
  Settings,
  Split,
  Sun,
  TableProperties,
  UserRoundCog,
  UserRoundSearch,
  Users,
  Waypoints,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../components/classes.ts'
import { Link } from '../components/Link.tsx'
import { formatCompact, formatDate, formatPlural } from '../format.ts'
import { IDENTITIES, OVERVIEW, PEOPLE, QUALITY, SETTINGS, SYSTEMS, type Address } from '../navigation/address.ts'
import { LEADERS, ORGANISATION } from '../navigation/organisation-address.ts'
import type { Preferences } from './preferences-store.ts'
import styles from './Sidebar.module.css'
import type { Workspace } from './workspace-store.ts'

const SAMPLE = 'Sample organisation'

interface Props {
  workspace: Workspace | null
  version: string | null
  screen: Address['screen']
  preferences: Preferences
  onPreferences: (changes: Partial<Preferences>) => void
  onKeys: () => void
}

const SYSTEMS_SCREENS: readonly Address['screen'][] = ['systems', 'system', 'matrix', 'removal', 'leave']
const PEOPLE_SCREENS: readonly Address['screen'][] = ['people', 'person']
const PROFILES_SCREENS: readonly Address['screen'][] = ['import-profiles', 'import-profile']
const IMPORTS_SCREENS: readonly Address['screen'][] = ['imports', 'import-step', 'import']

export function Sidebar({ workspace, version, screen, preferences, onPreferences, onKeys }: Props) {
  return (
    <header className={styles.sidebar} data-region="sidebar">
      <div className={styles.brand}>
        <Mark />
        <b>Switchyard</b>
        {version !== null && <span className={styles.version}>{version}</span>}
      </div>
      <nav aria-label="Screens">
        {workspace ? (
          <>
            <Link
              to={{ screen: 'start' }}
              className={styles.workspace}
              current={screen === 'start'}
              label={`Workspace ${workspace.name}: switch`}
            >
              <span>
                <b>{workspace.name}</b>
                {workspace.sample && workspace.name !== SAMPLE && <small>{SAMPLE}</small>}
              </span>
              <ChevronsUpDown size={14} aria-hidden="true" />
            </Link>
            <Place to={OVERVIEW} current={screen === 'overview'} keys="G O" icon={<LayoutDashboard size={14} aria-hidden="true" />}>
              Overview
            </Place>
            <Place to={PEOPLE} current={PEOPLE_SCREENS.includes(screen)} keys="G P" icon={<Users size={14} aria-hidden="true" />}>
              People
            </Place>
            <Place to={SYSTEMS} current={SYSTEMS_SCREENS.includes(screen)} keys="G S" icon={<Waypoints size={14} aria-hidden="true" />}>
              Systems &amp; key people
            </Place>
            <Place to={{ screen: 'routing' }} current={screen === 'routing'} keys="G R" icon={<Split size={14} aria-hidden="true" />}>
              Routing
            </Place>
            <Place to={ORGANISATION} current={screen === 'organisation'} keys="G T" icon={<Network size={14} aria-hidden="true" />}>
              Organisation
            </Place>
            <Place to={LEADERS} current={screen === 'leaders'} keys="G L" icon={<UserRoundCog size={14} aria-hidden="true" />}>
              Leaders
            </Place>
            <Place
              to={{ screen: 'imports' }}
              current={IMPORTS_SCREENS.includes(screen)}
              keys="G I"
              icon={<FileInput size={14} aria-hidden="true" />}
            >
              Imports
            </Place>
            <Place to={QUALITY} current={screen === 'quality'} keys="G Q" icon={<Gauge size={14} aria-hidden="true" />} inner>
              Data quality
            </Place>
            <Place
              to={IDENTITIES}
              current={screen === 'identities'}
              keys="G D"
              icon={<UserRoundSearch size={14} aria-hidden="true" />}
              inner
            >
              Identities
            </Place>
            <Place
              to={{ screen: 'import-profiles' }}
              current={PROFILES_SCREENS.includes(screen)}
              keys="G M"
              icon={<TableProperties size={14} aria-hidden="true" />}
              inner
            >
              Profiles
            </Place>
            <Place to={SETTINGS} current={screen === 'settings'} keys="Ctrl ," icon={<Settings size={14} aria-hidden="true" />}>
              Settings
            </Place>
          </>
        ) : (
          <Place to={{ screen: 'start' }} current keys="" icon={<House size={14} aria-hidden="true" />}>
            Start
          </Place>
        )}
      </nav>
      <div className={styles.foot}>
        {workspace && (
          <>
            <p>{workspace.analysis.asOf === null ? 'No snapshot yet' : `Snapshot ${formatDate(workspace.analysis.asOf)}`}</p>
            <p>
              {formatPlural(workspace.counts.people, 'person', 'people')} · {formatPlural(workspace.counts.components, 'system')}
            </p>
            <p>{formatCompact(workspace.counts.contributions)} contributions</p>
          </>
        )}
        <p className={styles.local}>
          <Lock size={12} aria-hidden="true" /> On this computer only
        </p>
        <div className={styles.looks}>
          <Theme value={preferences.theme} onChange={theme => onPreferences({ theme })} />
          <button
            type="button"
            aria-label="Compact rows"
            title="Compact rows"
            aria-pressed={preferences.density === 'compact'}
            onClick={() => onPreferences({ density: preferences.density === 'compact' ? 'comfortable' : 'compact' })}
          >
            <Rows3 size={14} aria-hidden="true" />
          </button>
          <button type="button" aria-label="Keys" title="Keys (?)" onClick={onKeys}>
            <Keyboard size={14} aria-hidden="true" />
          </button>
        </div>
      </div>
    </header>
  )
}

function Place({
  to,
  current,
  keys,
  icon,
  inner = false,
  children,
}: {
  to: Address
  current: boolean
  keys: string
  icon: ReactNode
  /** It belongs to the place above it. */
  inner?: boolean
  children: ReactNode
}) {
  return (
    <Link to={to} current={current} className={classes(styles.place, inner && styles.inner)}>
      {icon}
      <span>{children}</span>
      {keys !== '' && <kbd aria-hidden="true">{keys}</kbd>}
    </Link>
  )
}

const THEMES = [
  { theme: 'system', label: 'Theme of the system', Icon: Monitor },
  { theme: 'light', label: 'Light theme', Icon: Sun },
  { theme: 'dark', label: 'Dark theme', Icon: Moon },
] as const

function Theme({ value, onChange }: { value: Preferences['theme']; onChange: (theme: Preferences['theme']) => void }) {
  return (
    <fieldset className={styles.theme}>
      <legend className="visually-hidden">Theme</legend>
      {THEMES.map(({ theme, label, Icon }) => (
        <label key={theme} className={classes(value === theme && styles.on)} title={label}>
          <input
            type="radio"
            name="theme"
            className="visually-hidden"
            checked={value === theme}
            onChange={() => onChange(theme)}
            aria-label={label}
          />
          <Icon size={14} aria-hidden="true" />
        </label>
      ))}
    </fieldset>
  )
}

/** Two tracks that part at a switch. */
const Mark = () => (
  <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" className={styles.mark}>
    <path d="M3 17V3M3 12C3 8 15 10 15 3" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    <circle cx="3" cy="12.5" r="2.6" fill="var(--app)" stroke="currentColor" strokeWidth="2" />
  </svg>
)
