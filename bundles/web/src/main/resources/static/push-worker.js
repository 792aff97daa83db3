// Runs when a push has come, also while no page is open. It controls no page: its scope is /static/, and it fetches nothing.

async function tell() {
  const pages = await self.clients.matchAll({type: 'window', includeUncontrolled: true});
  if (!pages.some(page => page.visibilityState === 'visible')) {
    await self.registration.showNotification('Curbside', {body: 'Something waits for you in Curbside.', tag: 'inbox'});
  }
}

self.addEventListener('push', event => event.waitUntil(tell()));

self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow('/inbox'));
});
