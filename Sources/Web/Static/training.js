// Takes a learner to what came of an answer, or to the field of the next one.

document.getElementById("review")?.focus();
