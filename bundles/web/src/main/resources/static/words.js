// Recovery words: 16 random bytes and two that check them, as nine words that can be said and written down. Each word is 16 bits as
// consonant, vowel, consonant, vowel, consonant (proquints, arXiv:0901.4016). They are all that a member's key is made of.

import {bytes, join, text} from './blind.js';

const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';
const SECRET = 16;
const CHECK = 2;
const ascii = new TextEncoder();

/** PKCS #8 of an Ed25519 key (RFC 8410) up to the 32 bytes that it is. */
const PKCS8 = Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]);

function word(number) {
  return CONSONANTS[number >> 12] + VOWELS[number >> 10 & 3] + CONSONANTS[number >> 6 & 15]
    + VOWELS[number >> 4 & 3] + CONSONANTS[number & 15];
}

function number(word) {
  const places = [CONSONANTS, VOWELS, CONSONANTS, VOWELS, CONSONANTS];
  return places.reduce((sum, letters, i) => sum * letters.length + letters.indexOf(word[i]), 0);
}

async function check(secret) {
  const digest = await crypto.subtle.digest('SHA-256', join(ascii.encode('curbside/words/v1\0'), secret));
  return new Uint8Array(digest).slice(0, CHECK);
}

/** Fresh words. */
export async function fresh() {
  const secret = crypto.getRandomValues(new Uint8Array(SECRET));
  const all = new DataView(join(secret, await check(secret)).buffer);
  const words = [];
  for (let at = 0; at < all.byteLength; at += 2) {
    words.push(word(all.getUint16(at)));
  }
  return words.join(' ');
}

/** The secret in words, however they are set apart; null if there are not nine or one is mistyped. */
export async function secretOf(words) {
  const found = words.toLowerCase().match(/[a-z]+/g) ?? [];
  if (found.length !== (SECRET + CHECK) / 2 || !found.every(w => /^([bdfghj-nprstvz][aiou]){2}[bdfghj-nprstvz]$/.test(w))) {
    return null;
  }
  const all = new DataView(new ArrayBuffer(SECRET + CHECK));
  found.forEach((w, i) => all.setUint16(2 * i, number(w)));
  const secret = new Uint8Array(all.buffer.slice(0, SECRET));
  const right = await check(secret);
  return right.every((byte, i) => byte === all.getUint8(SECRET + i)) ? secret : null;
}

/** The member's key that a secret makes: what signs, and its public half in base64url. */
export async function memberKey(secret) {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const seed = await crypto.subtle.deriveBits(
    {name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: ascii.encode('curbside/member/v1')}, material, 256);
  const sign = await crypto.subtle.importKey(
    'pkcs8', join(PKCS8, new Uint8Array(seed)), {name: 'Ed25519'}, true, ['sign']);
  const open = text(bytes((await crypto.subtle.exportKey('jwk', sign)).x));
  return {sign, open};
}
