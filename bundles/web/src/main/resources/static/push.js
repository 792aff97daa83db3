// Sets this browser up for push, and proposes a clock. A push has no content; what is shown stands in push-worker.js.

const here = document.getElementById('push-here');
const state = document.getElementById('push-state');
const button = document.getElementById('push-switch');
const hours = document.getElementById('hours-form');
const zone = hours.elements.namedItem('zone');
const proposed = document.getElementById('zone-proposed');
const unchosen = document.getElementById('hours-unchosen');

function bytes(base64url) {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
}

function isOurs(subscription) {
  const key = subscription.options.applicationServerKey;
  return key !== null && bytes(here.dataset.key).every((byte, at) => byte === new Uint8Array(key)[at]);
}

async function send(method, address, body) {
  const answer = await fetch(address, {
    method,
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error((await answer.json()).detail);
  }
}

function show(subscription) {
  state.textContent = subscription ? 'This browser is told.' : 'This browser is not told.';
  button.textContent = subscription ? 'Tell it no longer' : 'Tell this browser';
}

/** Whoever has chosen no hours yet is left alone in their own night from the first push on, and not in that of UTC. */
async function saveProposed() {
  if (!proposed || proposed.hidden) {
    return;
  }
  const field = name => hours.elements.namedItem(name).value;
  await send('PUT', '/api/delivery/hours', {
    rhythm: field('rhythm'),
    hour: Number(field('hour')),
    zone: field('zone'),
    nightFrom: Number(field('nightFrom')),
    nightTo: Number(field('nightTo')),
    awayUntil: field('awayUntil') || null,
  });
  proposed.hidden = true;
  unchosen.hidden = true;
}

async function begin(registration) {
  if (await Notification.requestPermission() !== 'granted') {
    throw new Error('Your browser does not let Curbside show notifications. Allow it in the settings of the site.');
  }
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(here.dataset.key),
  });
  try {
    await saveProposed();
    await send('POST', '/api/delivery/browsers', {endpoint: subscription.endpoint});
  } catch (refused) {
    await subscription.unsubscribe();
    throw refused;
  }
  return subscription;
}

async function end(subscription) {
  await send('POST', '/api/delivery/browsers/removal', {endpoint: subscription.endpoint});
  await subscription.unsubscribe();
  return null;
}

async function offer() {
  const registration = await navigator.serviceWorker.register('/static/push-worker.js');
  let subscription = await registration.pushManager.getSubscription();
  if (subscription && !isOurs(subscription)) {
    await subscription.unsubscribe();
    subscription = null;
  }
  show(subscription);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      subscription = await (subscription ? end(subscription) : begin(registration));
      show(subscription);
    } catch (trouble) {
      state.textContent = trouble.message;
    } finally {
      button.disabled = false;
    }
  });
}

/** How far a zone's clock is from UTC, in minutes. */
function offset(name, date) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  }).formatToParts(date);
  const part = type => Number(parts.find(one => one.type === type).value);
  return (Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - date) / 60000;
}

/** One that agrees with the browser's clock in winter and in summer; the browser's own zone says more, and is not sent. */
function propose() {
  const year = new Date().getFullYear();
  const dates = [new Date(year, 0, 15), new Date(year, 6, 15)];
  const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const agreeing = [...zone.options].map(option => option.value)
      .filter(name => dates.every(date => offset(name, date) === -date.getTimezoneOffset()));
  if (agreeing.length > 0) {
    zone.value = agreeing.includes(mine) ? mine : agreeing[0];
    proposed.hidden = false;
  }
}

if (proposed) {
  propose();
}
here.hidden = false;
if ('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) {
  offer().catch(() => {
    state.textContent = 'This browser cannot be set up for push.';
    button.hidden = true;
  });
} else {
  state.textContent = 'This browser knows no push, or not at this address; it needs https.';
  button.hidden = true;
}
