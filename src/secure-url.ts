/**
 * Whether a key may be sent to this address: over https, or over plain http when it stays on this machine. Nobody on
 * the way can read either.
 */
export function isSecure({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/**
 * Whether a host name means this machine, by its form. `URL` writes every form of an IPv4 address (127.1, 2130706433)
 * as four numbers, so only that form is tested.
 */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
