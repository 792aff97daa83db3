// Shows, beside a question that is being written, questions like it. Without this script a button does the same on a page of its own.

const form = document.getElementById('ask');
const section = document.getElementById('similar');
const list = document.getElementById('similar-found');
const said = document.getElementById('similar-said');
const PAUSE = 600;
const ENOUGH = 12;
const LONGEST = 1000;
let waiting;
let asked = '';

function item(hit) {
  const link = document.createElement('a');
  link.href = '/questions/' + hit.question;
  link.target = '_blank';
  link.rel = 'noopener';
  for (const piece of hit.title) {
    const part = piece.found ? document.createElement('mark') : document.createElement('span');
    part.className = piece.found ? 'found' : '';
    part.textContent = piece.text;
    link.append(part);
  }
  const about = document.createElement('span');
  about.className = 'quiet';
  about.textContent = ' ' + hit.specialty + ', ' + (hit.comments === 1 ? '1 piece' : hit.comments + ' pieces') + ' of advice'
    + (hit.closed ? ', closed' : '');
  const line = document.createElement('li');
  line.append(link, about);
  return line;
}

async function look() {
  const text = (form.elements.title.value + '\n' + form.elements.text.value).trim().slice(0, LONGEST);
  const draft = JSON.stringify({text, specialty: form.elements.specialty.value});
  if (draft === asked) {
    return;
  }
  asked = draft;
  if (text.length < ENOUGH) {
    list.replaceChildren();
    section.hidden = true;
    return;
  }
  const answer = await fetch('/api/similar-questions', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: draft,
    cache: 'no-store',
  });
  if (answer.ok && draft === asked) {
    const found = (await answer.json()).items;
    list.replaceChildren(...found.map(item));
    section.hidden = found.length === 0;
    said.textContent = found.length === 0 ? '' : found.length + ' similar questions';
  }
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => look().catch(() => {}), PAUSE);
}

if (form && section) {
  section.hidden = true;
  form.addEventListener('input', soon);
  soon();
}
