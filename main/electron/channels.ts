/** The names under which window and main process reach each other. */
export const CALL = 'switchyard:call'
export const EVENT = 'switchyard:event'
export const TAKE_FILE = 'switchyard:take-file'
export const CHOOSE_FOLDER = 'switchyard:choose-folder'

export const APP_SCHEME = 'app'
export const APP_HOST = 'bundle'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
