const select = document.querySelector<HTMLSelectElement>('#language')!;
const column = document.querySelector<HTMLElement>('#first')!;

select.addEventListener('change', () => {
  column.lang = select.value;
  column.dir = select.value === 'ar' ? 'rtl' : 'ltr';
});
