/** The script of a report page: filters for the table of trials. Without it the whole table is shown. */
export const SCRIPT = `
const form = document.querySelector('.filters'), rows = [...document.querySelectorAll('#trials tbody tr')];
const shown = document.querySelector('#shown');
form.hidden = false;
form.addEventListener('input', () => {
  const wanted = Object.fromEntries(new FormData(form)), words = wanted.text.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const fits = ['role', 'edition', 'verdict'].every((key) => !wanted[key] || row.dataset[key] === wanted[key]) &&
      words.every((word) => row.textContent.toLowerCase().includes(word));
    row.hidden = !fits;
    if (fits) count++;
  }
  shown.textContent = count;
});
form.addEventListener('submit', (event) => event.preventDefault());
`;
