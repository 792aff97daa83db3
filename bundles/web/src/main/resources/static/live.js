// What happens while a page is open is said, and shown when the reader asks for it: nothing moves under their eyes. Only the page that is
// looked at is told, for a browser keeps few connections to one address.

const FIRST_WAIT = 3000;
const LONGEST_WAIT = 120000;

const count = document.getElementById('unread');
const place = document.getElementById('live');
const section = document.querySelector('[data-live-question]');
const wish = new URLSearchParams();
if (section) {
  wish.set('question', section.dataset.liveQuestion);
} else if (place?.dataset.liveSpecialty !== undefined) {
  wish.set('specialty', place.dataset.liveSpecialty);
}

let source = null;
let timer = 0;
let wait = FIRST_WAIT;
const fresh = {question: 0, advice: 0, reply: 0, conclusion: 0};

function unread(number) {
  count.hidden = number === 0;
  count.querySelector('.number').textContent = number;
}

function words() {
  const parts = [];
  if (fresh.question > 0) {
    parts.push(fresh.question === 1 ? 'a new question' : fresh.question + ' new questions');
  }
  if (fresh.advice > 0) {
    parts.push(fresh.advice === 1 ? 'a new piece of advice' : fresh.advice + ' new pieces of advice');
  }
  if (fresh.reply > 0) {
    parts.push(fresh.reply === 1 ? 'a new reply' : fresh.reply + ' new replies');
  }
  if (fresh.conclusion > 0) {
    parts.push('closed with a conclusion');
  }
  const sentence = parts.join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Those that are not here yet, each below what its advice has; returns them. */
function addReplies(page) {
  const added = [...page.querySelectorAll('article.advice .replies > li')]
    .filter(reply => !document.getElementById(reply.id) && document.getElementById(reply.closest('article').id));
  for (const reply of added) {
    const advice = document.getElementById(reply.closest('article').id);
    let list = advice.querySelector('.replies');
    if (!list) {
      list = reply.parentElement.cloneNode(false);
      advice.querySelector('.rating').after(list);
    }
    list.append(reply);
  }
  return added;
}

/** What is new is put below the rest, so that what is being read, and written, stays; a conclusion needs the page anew. */
async function show() {
  if (!section || fresh.conclusion > 0) {
    location.reload();
    return;
  }
  const answer = await fetch(location.pathname + location.search, {cache: 'no-store'});
  if (!answer.ok) {
    throw new Error('not shown');
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const advice = [...page.querySelectorAll('article.advice')].filter(one => !document.getElementById(one.id));
  const added = [...addReplies(page), ...advice];
  if (advice.length > 0) {
    section.querySelector('.empty')?.remove();
  }
  place.before(...advice);
  place.replaceChildren();
  fresh.advice = 0;
  fresh.reply = 0;
  added[0]?.setAttribute('tabindex', '-1');
  added[0]?.focus();
}

function say(what) {
  fresh[what]++;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'choice';
  button.textContent = words() + ' – show';
  button.addEventListener('click', () => show().catch(() => location.reload()));
  place.replaceChildren(button);
}

function close() {
  clearTimeout(timer);
  source?.close();
  source = null;
}

function open() {
  close();
  source = new EventSource('/api/live?' + wish);
  source.addEventListener('inbox', event => {
    wait = FIRST_WAIT;
    wish.set('after', event.lastEventId);
    unread(JSON.parse(event.data).unread);
  });
  for (const what of Object.keys(fresh)) {
    source.addEventListener(what, event => {
      wish.set('after', event.lastEventId);
      if (place) {
        say(what);
      }
    });
  }
  source.addEventListener('error', () => {
    // a connection that broke comes back by itself; one that was refused does not
    if (source?.readyState === EventSource.CLOSED) {
      close();
      timer = setTimeout(open, wait * (0.5 + Math.random()));
      wait = Math.min(LONGEST_WAIT, 2 * wait);
    }
  });
}

function look() {
  if (document.visibilityState === 'visible') {
    open();
  } else {
    close();
  }
}

if (count) {
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', close);
  look();
}
