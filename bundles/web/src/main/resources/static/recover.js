// Signs with the key of the recovery words that a pseudonym is theirs. The words have no name in the form, so that they stay here.

import {text} from './blind.js';
import {memberKey, secretOf} from './words.js';

const PURPOSE = 'curbside/recovery/v1 ';

const field = id => document.getElementById(id);
const form = document.querySelector('#recover form');
const button = form.querySelector('button');

class Trouble extends Error {}

async function challenge(key) {
  const answer = await fetch('/api/session/recovery-challenge', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({memberKey: key}),
    credentials: 'omit',
    cache: 'no-store',
  }).catch(() => {
    throw new Trouble('Curbside did not answer. Try again; nothing is lost.');
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Trouble(said.detail ?? 'Curbside cannot answer at the moment. Try again; nothing is lost.');
  }
  if (!said.challenge.startsWith(PURPOSE + key + ' ')) {
    throw new Trouble('Curbside asks to sign something else than this. Do not go on; tell the operator.');
  }
  return new TextEncoder().encode(said.challenge);
}

async function sign() {
  if (field('password').value !== field('passwordAgain').value) {
    throw new Trouble('Type the same password twice; these two differ.');
  }
  const secret = await secretOf(field('words').value);
  if (!secret) {
    throw new Trouble('Check the words: there are nine of five letters each, and they check each other. One of these is mistyped.');
  }
  const key = await memberKey(secret).catch(() => {
    throw new Trouble('This browser is too old for that. Use a current Firefox, Safari, Chrome or Edge.');
  });
  const signature = await crypto.subtle.sign({name: 'Ed25519'}, key.sign, await challenge(key.open));
  field('memberKey').value = key.open;
  field('signature').value = text(new Uint8Array(signature));
}

/** Without leaving the page: with it the words would go, and a refused password needs them again. */
async function submit() {
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
    redirect: 'manual',
  }).catch(() => {
    throw new Trouble('Curbside did not answer. Try again; nothing is lost.');
  });
  if (answer.type === 'opaqueredirect') {
    location.assign('/');
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  throw new Trouble(page.querySelector('.wrong[role="alert"]:not([hidden])')?.textContent.trim()
    ?? 'Curbside cannot answer at the moment. Try again; nothing is lost.');
}

async function send(event) {
  event.preventDefault();
  button.disabled = true;
  try {
    await sign();
    await submit();
  } catch (trouble) {
    field('trouble').textContent = trouble instanceof Trouble
      ? trouble.message
      : 'That did not work. Reload the page and try again; nothing is lost. (' + trouble.message + ')';
    field('trouble').hidden = false;
    button.disabled = false;
  }
}

field('recover').hidden = false;
form.addEventListener('submit', send);
