/** Where the window begins: find the host, then show what it has. */
import { connect } from './bridge.ts'
import { mount, mountFailure } from './mount.tsx'

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no element #root')

// The bridge takes a hash for a session code. After a reload it holds the address, which is kept aside until the bridge is there.
const { hash } = location
const state: unknown = history.state
if (hash.startsWith('#/')) history.replaceState(state, '', location.pathname)

connect().then(
  backend => {
    if (hash.startsWith('#/')) history.replaceState(state, '', hash)
    mount(element, backend)
  },
  (error: unknown) => mountFailure(element, error),
)
