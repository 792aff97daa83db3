// What is typed and not sent yet is kept in this browser for a day, so that a closed window loses nothing. It is sent nowhere: on the
// server nothing is stored that has not been screened. Signing out throws it away.

const PREFIX = 'draft:';
const LIFE_MS = 24 * 60 * 60 * 1000;
const PAUSE_MS = 500;

function read(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(key));
    return draft && Date.now() - draft.at < LIFE_MS ? draft : null;
  } catch {
    return null;
  }
}

function drafts() {
  return Object.keys(localStorage).filter(key => key.startsWith(PREFIX));
}

function typed(form) {
  const fields = [...form.elements].filter(field => field.matches('textarea, input[type="text"], input:not([type])'));
  return Object.fromEntries(fields.filter(field => field.name && field.value).map(field => [field.name, field.value]));
}

/** The page that follows upon what was taken comes from the form's own page, and is another one or points at what was taken. */
function taken(draft) {
  const from = document.referrer && new URL(document.referrer);
  return draft.sent && from && from.pathname === draft.page
      && (location.pathname !== draft.page || location.hash.startsWith('#advice-'));
}

function putBack(form, key, draft) {
  for (const [name, value] of Object.entries(draft.fields)) {
    const field = form.elements.namedItem(name);
    if (field && 'value' in field && !field.value) {
      field.value = value;
    }
  }
  const note = document.createElement('p');
  note.className = 'quiet';
  note.setAttribute('role', 'status');
  const time = new Date(draft.at).toLocaleTimeString([], {hour: '2-digit', minute: '2-digit'});
  note.append(`Your draft of ${time} was put back. It is kept in this browser only, for a day. `);
  const discard = document.createElement('button');
  discard.type = 'button';
  discard.className = 'choice';
  discard.textContent = 'Discard it';
  discard.addEventListener('click', () => {
    for (const [name, value] of Object.entries(draft.fields)) {
      const field = form.elements.namedItem(name);
      if (field && field.value === value) {
        field.value = '';
      }
    }
    localStorage.removeItem(key);
    note.textContent = 'The draft is discarded.';
  });
  note.append(discard);
  form.prepend(note);
}

for (const key of drafts()) {
  const draft = read(key);
  if (!draft || taken(draft)) {
    localStorage.removeItem(key);
  }
}

for (const form of document.querySelectorAll('form[data-draft]')) {
  const key = PREFIX + form.dataset.draft;
  const draft = read(key);
  if (draft && Object.keys(typed(form)).length === 0) {
    putBack(form, key, draft);
  }
  let waiting;
  const keep = sent => {
    clearTimeout(waiting);
    const fields = typed(form);
    if (Object.keys(fields).length === 0) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, JSON.stringify({at: Date.now(), page: location.pathname, fields, sent}));
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(false), PAUSE_MS);
  });
  form.addEventListener('submit', () => keep(true));
  addEventListener('pagehide', () => waiting && !read(key)?.sent && keep(false));
}

document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => {
  drafts().forEach(key => localStorage.removeItem(key));
});
