// Proves with the recovery words that a pseudonym is theirs, and takes another password. The words stay in this browser.

import {text} from './blind.js';
import {memberKey, secretOf} from './words.js';

const PURPOSE = 'curbside/recovery/v1 ';

const form = document.getElementById('recover');
const progress = document.getElementById('progress');
const button = form.querySelector('button');

class Trouble extends Error {}

async function ask(address, body) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
  }).catch(() => {
    throw new Trouble('Curbside did not answer. Try again; nothing is lost.');
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Trouble(said.detail ?? 'Curbside cannot answer at the moment. Try again; nothing is lost.');
  }
  return said;
}

async function recover() {
  const password = document.getElementById('password').value;
  if (password !== document.getElementById('passwordAgain').value) {
    throw new Trouble('Type the same password twice; these two differ.');
  }
  const secret = await secretOf(document.getElementById('words').value);
  if (!secret) {
    throw new Trouble('Check the words: there are nine of five letters each, and they check each other. One of these is mistyped.');
  }
  const key = await memberKey(secret).catch(() => {
    throw new Trouble('This browser is too old for that. Use a current Firefox, Safari, Chrome or Edge.');
  });
  const {challenge} = await ask('/api/session/recovery-challenge', {memberKey: key.open});
  if (!challenge.startsWith(PURPOSE + key.open + ' ')) {
    throw new Trouble('Curbside asks to sign something else than this. Do not go on; tell the operator.');
  }
  const signature = await crypto.subtle.sign({name: 'Ed25519'}, key.sign, new TextEncoder().encode(challenge));
  return ask('/api/session/recovery', {memberKey: key.open, signature: text(new Uint8Array(signature)), password});
}

async function send(event) {
  event.preventDefault();
  button.disabled = true;
  progress.textContent = 'One moment.';
  try {
    const {name} = await recover();
    document.getElementById('name').textContent = name;
    document.getElementById('recovered').hidden = false;
    form.hidden = true;
    progress.textContent = 'Your new password is taken. Whoever was signed in to this pseudonym no longer is.';
  } catch (trouble) {
    progress.textContent = trouble instanceof Trouble
      ? trouble.message
      : 'That did not work. Reload the page and try again; nothing is lost. (' + trouble.message + ')';
    button.disabled = false;
  }
}

form.hidden = false;
form.addEventListener('submit', send);
