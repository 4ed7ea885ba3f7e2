import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const host = fileURLToPath(new URL('../Host/bin/Debug/net10.0/CognitoAuth.OfficialClients.Host.dll', import.meta.url));

export const password = 'Correct-Horse-7';
export const newPassword = 'Correct-Horse-8';

/** Starts a pool in a process of its own. */
export async function startPool() {
  const process = spawn('dotnet', ['exec', host], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(process.stdout), 'line');
  const pool = JSON.parse(line);
  return {
    ...pool,

    /** The newest code that a user was sent. */
    async codeOf(username) {
      const response = await fetch(`${pool.endpoint}/inbox?username=${encodeURIComponent(username)}`);
      return await response.text();
    },

    secretHash: username => createHmac('sha256', pool.clientSecret).update(username + pool.clientId).digest('base64'),

    async stop() {
      process.stdin.end();
      await once(process, 'exit');
    },
  };
}

/** A user name that nobody has. */
export const newName = () => `jane-${randomUUID()}`;

/**
 * What an authenticator app shows (RFC 6238).
 * @param {string} secret In Base32.
 * @param {number} steps Half minutes from now. The pool accepts a code once, and none older than the last: -1, 0 and 1 are three codes that are good now.
 */
export function totp(secret, steps = 0) {
  const bits = [...secret].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', key).update(counter).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
