/** A file that is brought to be imported may be so large. */
export const MOST_UPLOAD_BYTES = 20 * 1024 * 1024
