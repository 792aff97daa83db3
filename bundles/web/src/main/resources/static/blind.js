// A blind signature as its receiver sees it: RSABSSA-SHA384-PSS-Randomized of RFC 9474. The desk signs what this sends without
// being able to read it, and nobody can tell later which of its signatures a finished one comes from.
//
// BigInt takes more or less time for one number than for another. Here that shows to nobody: the numbers are this browser's own,
// and used once.

const DIGEST = 48;
const SALT = 48;
const RSA_PSS = {name: 'RSA-PSS', hash: 'SHA-384'};

/** Bytes as base64url without padding. */
export function text(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Base64url without padding as bytes. */
export function bytes(base64url) {
  const plain = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, letter => letter.charCodeAt(0));
}

export function number(block) {
  return block.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

export function block(value, length) {
  const digits = value.toString(16).padStart(2 * length, '0');
  return Uint8Array.from({length}, (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

export function join(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}

function random(length) {
  return crypto.getRandomValues(new Uint8Array(length));
}

function power(base, exponent, modulus) {
  let result = 1n;
  for (let rest = exponent, square = base % modulus; rest > 0n; rest >>= 1n, square = square * square % modulus) {
    if (rest & 1n) {
      result = result * square % modulus;
    }
  }
  return result;
}

/** By Euclid's algorithm; nothing if there is none. */
export function inverse(value, modulus) {
  let [rest, next, factor, nextFactor] = [modulus, value % modulus, 0n, 1n];
  while (next > 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return rest === 1n ? (factor + modulus) % modulus : undefined;
}

async function sha384(...parts) {
  return new Uint8Array(await crypto.subtle.digest('SHA-384', join(...parts)));
}

/** MGF1 of RFC 8017, appendix B.2.1. */
async function mask(seed, length) {
  const parts = [];
  for (let counter = 0; counter * DIGEST < length; counter++) {
    parts.push(await sha384(seed, block(BigInt(counter), 4)));
  }
  return join(...parts).slice(0, length);
}

/** EMSA-PSS-ENCODE of RFC 8017, section 9.1.1. */
async function encode(message, bits, salt) {
  const length = Math.ceil(bits / 8);
  const front = length - DIGEST - 1;
  const hash = await sha384(new Uint8Array(8), await sha384(message), salt);
  const padded = join(new Uint8Array(front - salt.length - 1), [1], salt);
  const masked = (await mask(hash, front)).map((byte, i) => byte ^ padded[i]);
  masked[0] &= 0xff >> (8 * length - bits);
  return join(masked, hash, [0xbc]);
}

/** The desk's key as its directory shows it: an RSA SubjectPublicKeyInfo. */
export async function open(spki) {
  const verifier = await crypto.subtle.importKey('spki', spki, RSA_PSS, true, ['verify']);
  const {n, e} = await crypto.subtle.exportKey('jwk', verifier);
  const modulus = number(bytes(n));
  const bits = modulus.toString(2).length;
  return {verifier, modulus, exponent: number(bytes(e)), bits, length: Math.ceil(bits / 8)};
}

function coprime(key) {
  for (;;) {
    const value = number(random(key.length + 16)) % key.modulus;
    if (inverse(value, key.modulus) !== undefined) {
      return value;
    }
  }
}

/** What the desk is to sign, and what takes the blinding away again, which the desk must never see. */
export async function blind(key, message, salt = random(SALT), factor = coprime(key)) {
  const encoded = number(await encode(message, key.bits - 1, salt));
  if (inverse(encoded, key.modulus) === undefined) {
    throw new Error('The key is no product of two primes.');
  }
  const blinded = encoded * power(factor, key.exponent, key.modulus) % key.modulus;
  return {blinded: block(blinded, key.length), inverse: inverse(factor, key.modulus)};
}

/** The signature; fails if the desk's answer is none by this key. */
export async function finish(key, message, blindSignature, unblinding) {
  const signature = block(number(blindSignature) * unblinding % key.modulus, key.length);
  if (!await crypto.subtle.verify({name: 'RSA-PSS', saltLength: SALT}, key.verifier, signature, message)) {
    throw new Error('The answer is no signature by the key that was asked for.');
  }
  return signature;
}

/** Thirty-two random bytes, as every message begins. */
export function nonce() {
  return random(32);
}
