// Single keys, for those who read and rate a lot. They can be switched off, since speech input presses them by mistake; the sheet that
// lists them opens by its button all the same.

const sheet = document.getElementById('keys');
const open = document.getElementById('keys-open');
const use = document.getElementById('keys-use');
const GO = {q: '/', w: '/waiting', i: '/inbox', t: '/topics', s: '/signals', p: '/profile', a: '/ask'};
const RATE = {1: 'agree', 2: 'partly', 3: 'disagree'};
let going = false;

function isOn() {
  return localStorage.getItem('keys') !== 'off';
}

function items() {
  return [...document.querySelectorAll('main article.advice, main .feed > li > article')];
}

function step(by) {
  const all = items();
  const at = all.findIndex(item => item.contains(document.activeElement));
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
  if (next) {
    next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({block: 'nearest'});
  }
}

function chosen() {
  return items().find(item => item.contains(document.activeElement));
}

const ACTIONS = {
  '?': () => sheet.showModal(),
  '/': () => document.querySelector('form.find input')?.focus(),
  j: () => step(1),
  k: () => step(-1),
  o: () => chosen()?.querySelector('h2 a')?.click(),
  c: () => document.querySelector('form[data-draft] textarea')?.focus(),
  g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
};

function act(key) {
  if (going && GO[key]) {
    going = false;
    location.assign(GO[key]);
    return true;
  }
  if (RATE[key]) {
    chosen()?.querySelector(`button[name="rating"][value="${RATE[key]}"]`)?.click();
    return true;
  }
  ACTIONS[key]?.();
  return key in ACTIONS;
}

if (sheet && open) {
  open.hidden = false;
  open.addEventListener('click', () => sheet.showModal());
  document.getElementById('keys-close').addEventListener('click', () => sheet.close());
  use.checked = isOn();
  use.addEventListener('change', () => localStorage.setItem('keys', use.checked ? 'on' : 'off'));
  document.addEventListener('keydown', event => {
    const writing = event.target instanceof Element && event.target.closest('input, textarea, select');
    if (!isOn() || writing || sheet.open || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (act(event.key)) {
      event.preventDefault();
    }
  });
}
