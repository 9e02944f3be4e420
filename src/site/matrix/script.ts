/** The script of a matrix page: filters for the table of cases. Without it the whole table is shown. */
export const MATRIX_SCRIPT = `
const form = document.querySelector('.filters'), rows = [...document.querySelectorAll('#trials tbody tr')];
const shown = document.querySelector('#shown');
form.hidden = false;
form.addEventListener('input', () => {
  const wanted = Object.fromEntries(new FormData(form)), words = wanted.text.toLowerCase().split(/\\s+/).filter(Boolean);
  const requirement = wanted.requirement.trim().toUpperCase(), fact = wanted.fact.trim().toUpperCase();
  let count = 0;
  for (const row of rows) {
    const fits = ['role', 'edition', 'differ'].every((key) => !wanted[key] || row.dataset[key] === wanted[key]) &&
      (!requirement || row.dataset.requirement.split(' ').some((id) => id.startsWith(requirement))) &&
      (!fact || row.dataset.fact.split(' ').includes(fact)) &&
      words.every((word) => row.textContent.toLowerCase().includes(word));
    row.hidden = !fits;
    if (fits) count++;
  }
  shown.textContent = count;
});
form.addEventListener('submit', (event) => event.preventDefault());
`;
