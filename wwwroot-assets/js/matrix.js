// The matrix has one stop for Tab; from there the arrow keys, Home and End lead from cell to cell.
const grid = document.querySelector(".matrix table");
const stop = (cell) => cell?.querySelector("a") ?? cell;

function go(cell) {
  const to = stop(cell);
  grid.querySelector('[tabindex="0"]')?.setAttribute("tabindex", "-1");
  to.tabIndex = 0;
  to.focus();
}

grid?.addEventListener("keydown", (press) => {
  const cell = press.target.closest("td, th");
  const rows = [...grid.rows];
  const [row, column] = [rows.indexOf(cell.parentElement), cell.cellIndex];
  const to = {
    ArrowRight: [row, column + 1],
    ArrowLeft: [row, column - 1],
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    Home: [press.ctrlKey ? 0 : row, 0],
    End: [press.ctrlKey ? rows.length - 1 : row, grid.rows[0].cells.length - 1],
  }[press.key];
  const next = to && rows[to[0]]?.cells[to[1]];
  if (to) {
    press.preventDefault();
  }

  if (next) {
    go(next);
  }
});

grid?.addEventListener("focusin", (to) => {
  if (to.target.tabIndex < 0) {
    go(to.target.closest("td, th"));
  }
});
