// Fills in the credential that this browser has made, and says when it is time to use it.

const KEPT = 'curbside.credential';

const field = document.getElementById('credential');
const {credential, due} = JSON.parse(localStorage.getItem(KEPT) ?? '{}');

if (credential && field.value === '') {
  field.value = credential;
}
if (credential && due > Date.now() && field.value === credential) {
  const wait = document.getElementById('wait');
  wait.textContent = 'It is early: your browser has drawn ' + new Date(due).toLocaleString([], {
    dateStyle: 'full',
    timeStyle: 'short',
  }) + ' for this. If you go on now, whoever watches both sides may tell by the hour which pseudonym is yours.';
  wait.hidden = false;
}
