// Makes a credential on the page of a proven case. The desk learns that this licence has one; the membership will see it and not
// learn whose it is. What makes it stays in this browser.

import {blind, bytes, finish, join, nonce, open, text} from './blind.js';
import {fresh, memberKey, secretOf} from './words.js';

const KEPT = 'curbside.credential';
const MEMBER = 'curbside.member';

const DAY = 86_400_000;
const EPOCH_DAYS = 30;

/** Counted from the first of its epoch, the last day on which it makes a member. */
const LAST_DAY = 36;
const ascii = new TextEncoder();

const maker = document.getElementById('maker');
const button = document.getElementById('make');
const who = document.getElementById('who');
const progress = document.getElementById('progress');

/** For the reader; everything else that goes wrong is a fault. */
class Trouble extends Error {}

async function ask(address, body) {
  const answer = await fetch(address, {
    method: body ? 'POST' : 'GET',
    headers: body ? {'Content-Type': 'application/json'} : {},
    body: body && JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  }).catch(() => {
    throw new Trouble('Curbside did not answer. Try again; nothing is lost.');
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Trouble(said.detail ?? 'Curbside cannot answer at the moment. Try again; nothing is lost.');
  }
  return said;
}

async function sha256(part) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', part));
}

/** Each entry carries the digest of all before it. */
async function isChained(keys) {
  let chain = '0'.repeat(64);
  for (const key of keys) {
    const digest = await sha256(ascii.encode([chain, key.group, key.epoch, key.spki].join('\n')));
    chain = [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('');
    if (chain !== key.chain || text((await sha256(bytes(key.spki))).slice(0, 16)) !== key.id) {
      return false;
    }
  }
  return true;
}

/** A second key of a specialty in an epoch, or one of another epoch, could be somebody's own. */
function isEverybodys(issuer, keys) {
  const same = keys.filter(key => key.group === issuer.group && key.epoch === issuer.epoch);
  const day = (Date.now() - Date.parse(issuer.epoch)) / DAY;
  return same.length === 1 && day >= 0 && day < EPOCH_DAYS;
}

/** A key that only this browser is shown would mark it. So both sides have to show everybody's keys, and this one is among them. */
async function agreedKey(caseKey) {
  const issuer = await ask('/api/licence-desk/issuer', {key: caseKey});
  const desk = (await ask('/api/licence-desk/issuer-keys')).items;
  const membership = (await ask(maker.dataset.community + '/api/session/issuer-keys')).items;
  const shorter = Math.min(desk.length, membership.length);
  const agree = desk.slice(0, shorter).every((key, i) => key.chain === membership[i].chain);
  const among = membership.some(key => key.id === issuer.id && key.chain === issuer.chain);
  if (!agree || !among || !isEverybodys(issuer, desk) || !await isChained(desk)) {
    throw new Trouble('The licence desk does not show the keys that it shows everybody. Do not go on; tell the operator.');
  }
  return issuer;
}

/** Tells the case from another that somebody has in the same browser. */
async function nameOf(caseKey) {
  return text((await sha256(ascii.encode(caseKey))).slice(0, 16));
}

/** The member that this browser has made for a case, if it has. */
function known(name) {
  return JSON.parse(localStorage.getItem(MEMBER + '.' + name) ?? 'null');
}

/** The key of the words, which are typed in or fresh; what they make is not kept, only its public half. */
async function member(name) {
  const before = known(name);
  if (before) {
    return before;
  }
  const again = who.querySelector('[value=again]').checked;
  const words = again ? document.getElementById('words').value : await fresh();
  const secret = await secretOf(words);
  if (!secret) {
    throw new Trouble('Check the words: there are nine of five letters each, and they check each other. One of these is mistyped.');
  }
  const key = await memberKey(secret).catch(() => {
    throw new Trouble('This browser is too old to make a credential. Use a current Firefox, Safari, Chrome or Edge.');
  });
  const made = again ? {public: key.open} : {public: key.open, words};
  localStorage.setItem(MEMBER + '.' + name, JSON.stringify(made));
  return made;
}

function kept() {
  return JSON.parse(localStorage.getItem(KEPT) ?? '{}');
}

function keep(what) {
  localStorage.setItem(KEPT, JSON.stringify(what));
}

/** What is asked for is kept before it is asked: the desk signs one per epoch, and the same again only if it is the same. */
async function request(issuer, name) {
  const before = kept();
  if (before.keyId === issuer.id && before.name === name) {
    return before;
  }
  const key = await open(bytes(issuer.spki));
  const {public: holder} = await member(name);
  const random = nonce();
  const message = join(random, ascii.encode('curbside/v1\0' + issuer.id + '\0'), bytes(holder));
  const {blinded, inverse} = await blind(key, message);
  keep({
    name,
    keyId: issuer.id,
    nonce: text(random),
    member: holder,
    message: text(message),
    blinded: text(blinded),
    inverse: inverse.toString(16),
  });
  return kept();
}

/** By lot within the hours that are set, and from there on to the time of the day when all who wait come together. */
function drawn() {
  const wait = crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32 * Number(maker.dataset.hours) * 3_600_000;
  const due = Date.now() + wait;
  if (!maker.dataset.daily) {
    return due;
  }
  const [hour, minute] = maker.dataset.daily.split(':');
  const daily = new Date(due).setUTCHours(Number(hour), Number(minute), 0, 0);
  return daily < due ? daily + DAY : daily;
}

async function make() {
  const caseKey = maker.dataset.key;
  const issuer = await agreedKey(caseKey);
  const asked = await request(issuer, await nameOf(caseKey));
  if (!asked.credential) {
    const answer = await ask('/api/licence-desk/credential', {key: caseKey, keyId: asked.keyId, blinded: asked.blinded});
    const key = await open(bytes(issuer.spki));
    const inverse = BigInt('0x' + asked.inverse);
    const signature = await finish(key, bytes(asked.message), bytes(answer.signature), inverse);
    keep({
      name: asked.name,
      keyId: asked.keyId,
      credential: ['curbside2', asked.keyId, asked.nonce, asked.member, text(signature)].join('.'),
      due: drawn(),
      until: Date.parse(issuer.epoch) + LAST_DAY * DAY,
    });
  }
  show(asked.name);
}

/** Fresh words stay on the page until their owner says that they are written down. */
function showWords(name) {
  const {public: holder, words} = known(name);
  document.getElementById('fresh').hidden = !words;
  document.getElementById('fresh-words').textContent = words ?? '';
  document.getElementById('noted').addEventListener('click', () => {
    localStorage.setItem(MEMBER + '.' + name, JSON.stringify({public: holder}));
    document.getElementById('fresh').hidden = true;
    document.getElementById('fresh-words').textContent = '';
    progress.textContent = 'This browser has forgotten the words.';
  }, {once: true});
}

/** Among how many whoever holds the credential is. Nothing is lost if this is not known. */
async function showCrowd(caseKey) {
  const {eligible, issued} = await ask('/api/licence-desk/crowd', {key: caseKey});
  const fetched = issued < 10 ? 'fewer than 10' : 'at least ' + issued.toLocaleString();
  document.getElementById('crowd').textContent = 'The registry lists ' + eligible.toLocaleString() + ' physicians who could hold one'
    + ' like yours; ' + fetched + ' have fetched theirs in this epoch.';
}

function show(name) {
  showWords(name);
  const {credential, due, until} = kept();
  document.getElementById('credential').textContent = credential;
  document.getElementById('save').href = 'data:text/plain,' + encodeURIComponent(credential);
  document.getElementById('due').textContent = due > Date.now()
    ? 'Use it from ' + new Date(due).toLocaleString([], {dateStyle: 'full', timeStyle: 'short'}) + ' on. Your browser has'
      + ' drawn that time by lot: whoever watched both sides could otherwise tell by the hour which pseudonym is yours.'
    : 'You can use it now.';
  document.getElementById('until').textContent = 'It is good until '
    + new Date(until).toLocaleDateString([], {dateStyle: 'full', timeZone: 'UTC'}) + '; a fresh one can be made in the next'
    + ' epoch.';
  document.getElementById('made').hidden = false;
  button.hidden = true;
  who.hidden = true;
  progress.textContent = 'Your credential is made, and kept in this browser.';
}

async function press() {
  button.disabled = true;
  progress.textContent = 'Making it. This takes a few seconds.';
  try {
    await make();
  } catch (trouble) {
    progress.textContent = trouble instanceof Trouble
      ? trouble.message
      : 'The credential was not made. Reload the page and try again; nothing is lost. (' + trouble.message + ')';
  }
  button.disabled = false;
}

if (maker) {
  button.hidden = false;
  button.addEventListener('click', press);
  who.hidden = known(await nameOf(maker.dataset.key)) !== null;
  await showCrowd(maker.dataset.key).catch(() => {});
}
