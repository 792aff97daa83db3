// A client of the licence desk that shares no code with ours: the blinding is that of @cloudflare/blindrsa-ts.
//   node second-client.mjs INSTANCE CASE-KEY     prints the credential

import {RSABSSA} from '@cloudflare/blindrsa-ts';

const [instance, key] = process.argv.slice(2);
const suite = RSABSSA.SHA384.PSS.Randomized();
const text = bytes => Buffer.from(bytes).toString('base64url');
const bytes = base64url => new Uint8Array(Buffer.from(base64url, 'base64url'));

async function ask(path, body) {
  const answer = await fetch(instance + path, {
    method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(path + ': ' + await answer.text());
  }
  return answer.json();
}

const {id, spki} = await ask('/api/licence-desk/issuer', {key});
const open = await crypto.subtle.importKey('spki', bytes(spki), {name: 'RSA-PSS', hash: 'SHA-384'}, true, ['verify']);
const member = crypto.getRandomValues(new Uint8Array(32));
const message = suite.prepare(Buffer.concat([Buffer.from('curbside/v1\0' + id + '\0'), member]));
const {blindedMsg, inv} = await suite.blind(open, message);
const {signature} = await ask('/api/licence-desk/credential', {key, keyId: id, blinded: text(blindedMsg)});
const signed = await suite.finalize(open, message, bytes(signature), inv);
console.log(['curbside2', id, text(message.slice(0, 32)), text(member), text(signed)].join('.'));
