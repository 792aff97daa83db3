// What the chosen specialty offers is shown at once, and what is taken from it is filled in without loading the page anew. The
// server decides what that is; without this script the same buttons send the same form.

const form = document.getElementById('ask');
const taken = document.getElementById('taken');

/** Opened and closed as they were, with the focus where it was. */
function show(offer) {
  const before = document.getElementById('offer');
  const focused = before.contains(document.activeElement) ? document.activeElement.value : null;
  for (const part of before.querySelectorAll('details')) {
    const after = offer.querySelector('#' + part.id);
    if (after) {
      after.open = part.open;
    }
  }
  before.replaceWith(offer);
  if (focused !== null) {
    [...offer.querySelectorAll('button')].find(button => button.value === focused)?.focus();
  }
}

/** What was typed while the answer was on its way stays, and so do chosen files. */
function fill(page, sent) {
  for (const field of form.elements) {
    const next = field.id && page.getElementById(field.id);
    if (next && field.name && !['checkbox', 'file'].includes(field.type) && next.value !== (sent.get(field.name) ?? '')) {
      field.value = next.value;
    }
  }
}

async function use(what) {
  const sent = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
  sent.set('use', what);
  const answer = await fetch(form.action, {method: 'POST', body: sent, cache: 'no-store'});
  if (!answer.ok) {
    throw new Error('not taken');
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  fill(page, sent);
  show(page.getElementById('offer'));
}

form.elements.specialty.addEventListener('change', () => {
  use('specialty').then(() => {
    taken.textContent = document.querySelector('#offer h2').textContent;
  }).catch(() => {});
});

document.querySelector('.beside > aside').addEventListener('click', event => {
  const button = event.target.closest('button[name="use"]');
  if (button && !button.dataset.plain) {
    event.preventDefault();
    use(button.value).then(() => {
      taken.textContent = 'Done: ' + button.textContent;
    }).catch(() => {
      // as without script: whoever has to sign in first finds the form again
      button.dataset.plain = 'yes';
      button.click();
    });
  }
});

document.documentElement.classList.add('scripted');
