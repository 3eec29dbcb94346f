// Tells how much of a break is left, and when the time runs on.

const end = performance.now() + Number(document.getElementById("break").dataset.rest);
const state = document.getElementById("state");
let told = "";

function tell() {
  const minutes = Math.ceil((end - performance.now()) / 60000);
  const words = minutes > 0
    ? `Your time stands still. Of your breaks ${minutes === 1 ? "1 minute is" : `${minutes} minutes are`} left.`
    : "Your breaks are used up, and your time runs on.";
  if (words !== told && told !== "") state.textContent = words;
  told = words;
}

tell();
setInterval(tell, 1000);
// A page that a browser had put aside may be of a break that is over.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
