// Keeps the table of sittings up to date while it is looked at.

const live = document.getElementById("live");
const body = document.querySelector("#sittings tbody");
const events = new EventSource("/sittings/events");

function cell(row, part, text) {
  const found = row.querySelector(`[data-part="${part}"]`);
  if (found.textContent !== text) found.textContent = text;
}

function made(sitting) {
  const row = document.createElement("tr");
  row.dataset.name = sitting.name;
  const name = document.createElement("th");
  name.scope = "row";
  const link = document.createElement("a");
  link.href = `/sittings/${encodeURIComponent(sitting.name)}`;
  link.textContent = sitting.candidate;
  name.append(link);
  const exam = document.createElement("td");
  exam.textContent = sitting.exam;
  row.append(name, exam);
  for (const part of ["answered", "state", "mark", "seen"]) {
    const data = document.createElement("td");
    data.dataset.part = part;
    row.append(data);
  }
  body.prepend(row);
  return row;
}

events.addEventListener("message", (event) => {
  live.textContent = "Up to date.";
  for (const sitting of JSON.parse(event.data)) {
    const row = body.querySelector(`tr[data-name="${CSS.escape(sitting.name)}"]`) ?? made(sitting);
    cell(row, "answered", sitting.answered);
    cell(row, "state", sitting.state);
    cell(row, "mark", sitting.mark);
    cell(row, "seen", new Date(sitting.seen).toLocaleTimeString("en-GB"));
  }
});
events.addEventListener("error", () => { live.textContent = "No connection; trying again."; });
