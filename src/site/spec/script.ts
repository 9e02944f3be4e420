/** The script of every page: the search, and the keys that lead to it. Without it the form stays hidden. */
export const SITE_SCRIPT = `
const form = document.querySelector('form.search'), box = document.querySelector('#search');
const list = document.querySelector('#search-results'), state = document.querySelector('#search-state');
const root = document.body.dataset.root;
let index;
form.hidden = false;
const open = () => index ??= (() => {
  const made = new MiniSearch({ fields: ['name', 'text', 'kind'], storeFields: ['name', 'text', 'kind', 'to'],
    searchOptions: { boost: { name: 4 }, prefix: true, fuzzy: (term) => term.length > 4 && !/\\d/.test(term) ? 0.2 : false, combineWith: 'AND' } });
  made.addAll(window.searchEntries);
  return made;
})();
const show = () => {
  const words = box.value.trim();
  const exact = words.toUpperCase();
  const found = words === '' ? [] : open().search(words)
    .sort((a, b) => (b.name.toUpperCase() === exact) - (a.name.toUpperCase() === exact) || b.score - a.score).slice(0, 12);
  list.replaceChildren(...found.map(({ name, text, kind, to }) => {
    const item = document.createElement('li'), link = document.createElement('a');
    link.href = root + to;
    for (const [part, content] of [['name', name], ['kind', kind], ['text', text]]) {
      const span = document.createElement('span');
      span.className = part;
      span.textContent = content;
      link.append(span, ' ');
    }
    item.append(link);
    return item;
  }));
  list.hidden = found.length === 0;
  state.textContent = words === '' ? '' : found.length === 0 ? 'Nothing found' : found.length + ' found';
};
const close = () => { list.hidden = true; };
box.addEventListener('input', show);
box.addEventListener('focus', () => { if (box.value !== '') show(); });
form.addEventListener('submit', (event) => {
  event.preventDefault();
  list.querySelector('a')?.click();
});
form.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') { close(); box.focus(); box.select(); return; }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || list.hidden) return;
  event.preventDefault();
  const links = [...list.querySelectorAll('a')], at = links.indexOf(document.activeElement) + step;
  (links[at] ?? (step > 0 ? links.at(-1) : box)).focus();
});
list.addEventListener('click', close);
document.addEventListener('click', (event) => { if (!form.contains(event.target)) close(); });
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /^(input|select|textarea)$/i.test(document.activeElement.tagName)) return;
  event.preventDefault();
  box.focus();
});
const menu = document.querySelector('details.menu');
if (matchMedia('(max-width: 62rem)').matches) menu.open = false;
// What a link leads to may stand in something closed.
const reveal = () => {
  let at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!at) return;
  const target = at;
  for (; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  target.scrollIntoView();
};
addEventListener('hashchange', reveal);
if (location.hash !== '') reveal();
`;
