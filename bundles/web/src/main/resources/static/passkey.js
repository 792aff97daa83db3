// Makes passkeys and has them sign. The browser asks its owner; what it answers is filled into a form, which is sent as any other.

import {bytes, text} from './blind.js';

const MINUTES = 60_000;

/** For the reader. */
class Trouble extends Error {}

/** What only the platform can say: a challenge to sign, or what a passkey is made from. */
async function ask(address) {
  const answer = await fetch(address, {method: 'POST', cache: 'no-store'}).catch(() => {
    throw new Trouble('Curbside did not answer. Try again.');
  });
  const said = await answer.json().catch(() => ({}));
  if (said.type?.endsWith('confirm-first')) {
    location.assign('/confirm?next=/profile/passkeys');
    throw new Trouble('Show first that it is you.');
  }
  if (!answer.ok) {
    throw new Trouble(said.detail ?? 'Curbside cannot answer at the moment. Try again.');
  }
  return said;
}

async function make(form) {
  const invitation = await ask('/api/account/passkeys/invitation');
  const {response} = await navigator.credentials.create({publicKey: {
    challenge: bytes(invitation.challenge),
    rp: {id: invitation.relyingParty, name: 'Curbside'},
    user: {id: bytes(invitation.handle), name: invitation.name, displayName: invitation.name},
    pubKeyCredParams: [-8, -7, -257].map(alg => ({type: 'public-key', alg})),
    excludeCredentials: invitation.known.map(id => ({type: 'public-key', id: bytes(id)})),
    authenticatorSelection: {residentKey: 'required', requireResidentKey: true, userVerification: 'required'},
    attestation: 'none',
    timeout: 4 * MINUTES,
  }});
  fill(form, {clientData: response.clientDataJSON, attestationObject: response.attestationObject});
}

async function use(form) {
  const {challenge, relyingParty} = await ask('/api/session/challenge');
  const {rawId, response} = await navigator.credentials.get({publicKey: {
    challenge: bytes(challenge),
    rpId: relyingParty,
    userVerification: 'required',
    timeout: 4 * MINUTES,
  }});
  fill(form, {
    id: rawId,
    clientData: response.clientDataJSON,
    authenticatorData: response.authenticatorData,
    signature: response.signature,
    userHandle: response.userHandle ?? new ArrayBuffer(0),
  });
}

function fill(form, parts) {
  for (const [name, part] of Object.entries(parts)) {
    form.elements[name].value = text(new Uint8Array(part));
  }
  form.submit();
}

function said(problem) {
  switch (problem.name) {
    case 'NotAllowedError':
      return 'No passkey was used: it was called off, took too long, or there is none for this site.';
    case 'InvalidStateError':
      return 'This device has a passkey of this account already.';
    case 'SecurityError':
      return 'Passkeys are not made for this address. Come by the address that the operator has set.';
    default:
      return problem instanceof Trouble ? problem.message : 'The passkey did not work. (' + problem.message + ')';
  }
}

function serve(id, deed) {
  const form = document.getElementById(id);
  if (!form || !window.PublicKeyCredential) {
    return;
  }
  const trouble = form.querySelector('#passkey-trouble');
  const button = form.querySelector('button');
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    trouble.hidden = true;
    button.disabled = true;
    try {
      await deed(form);
    } catch (problem) {
      trouble.textContent = said(problem);
      trouble.hidden = false;
      button.disabled = false;
    }
  });
}

serve('passkey-make', make);
serve('passkey-use', use);
