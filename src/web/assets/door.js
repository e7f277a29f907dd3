// Exchanges what stands in the address for a cookie, and goes to the first page.
const token = location.hash.slice(1);
history.replaceState(null, '', '/');
if (token) {
  await fetch('/api/enter', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({token})});
}
location.replace('/api/first');
