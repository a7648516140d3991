/**
 * Whether a path is as a parser of addresses leaves it (no `/a/../b`, no absolute address, no `*`), and whether its percent
 * signs spell a text. Whoever parses such a path anew reads the same.
 */
export function isNormalPath(path: string): boolean {
  const address = `http://localhost${path}`
  return path.startsWith('/') && URL.canParse(address) && new URL(address).pathname === path && isText(path)
}

function isText(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
