/** How the check stands, where it is not simply done: under way, stopped, or failed. */
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { formatPlural } from '../format.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import type { useCheck } from './use-check.ts'

export function CheckState({ check, files }: { check: ReturnType<typeof useCheck>; files: number }) {
  const again = () => void check.again(check.requests)
  if (check.failure) return <ScreenFailure failure={check.failure} onRetry={again} retryLabel="Check again" />
  if (check.cancelled)
    return (
      <Banner tone="warning" actions={<Button onPress={again}>Check again</Button>}>
        The check was cancelled. {check.review ? 'What is shown is of the check before.' : 'Nothing was saved.'}
      </Banner>
    )
  if (check.review !== null) return null
  return (
    <EmptyState title={check.otherWork ? 'An import is under way' : `Checking ${formatPlural(files, 'file')}`}>
      <p>
        {check.otherWork
          ? 'The check begins by itself once it has ended.'
          : 'Every row is read as an import would read it. Nothing is saved. Progress and Cancel are at the foot of the window.'}
      </p>
    </EmptyState>
  )
}
