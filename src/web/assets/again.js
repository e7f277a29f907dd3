// Loads the page again when it was made again, at the place where it was read.
{
  const place = sessionStorage.getItem('satz:place');
  const [path, top] = (place ?? '').split('\n');
  if (path === location.pathname) scrollTo(0, Number(top));
  sessionStorage.removeItem('satz:place');
  new EventSource('/api/events').onmessage = message => {
    if (JSON.parse(message.data).event !== 'changed') return;
    sessionStorage.setItem('satz:place', `${location.pathname}\n${scrollY}`);
    location.reload();
  };
}
