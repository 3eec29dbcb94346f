# What R makes of tables of answers, as JSON for the tests; Debian's r-cran-erm and r-base-core.
#
#     Rscript reference.R > R.json
#
# Each table is a text file of patterns, 1 for a right answer, and how many people gave them.

suppressMessages(library(eRm))

read_patterns <- function(file) {
  table <- read.table(file, colClasses = c("character", "integer"))
  rows <- do.call(rbind, lapply(strsplit(table[[1]], ""), as.integer))
  rows[rep(seq_len(nrow(rows)), table[[2]]), ]
}

vector_text <- function(values) paste0("[", paste(sprintf("%.9g", as.numeric(values)), collapse = ", "), "]")

entries <- sapply(c("LSAT6", "LSAT7", "Rasch8"), function(name) {
  answers <- read_patterns(paste0(name, ".txt"))
  model <- RM(answers)
  fit <- itemfit(person.parameter(model))
  # Every third person is of the focal group, and every second of those who had the first item wrong, so that it is
  # harder for the group; people with as many right answers are compared.
  person <- seq_len(nrow(answers))
  is_focal <- person %% 3 == 0 | (person %% 2 == 0 & answers[, 1] == 0)
  group <- factor(ifelse(is_focal, "focal", "reference"), c("reference", "focal"))
  compared <- sapply(seq_len(ncol(answers)), function(item) {
    strata <- factor(rowSums(answers))
    counts <- table(group, factor(answers[, item], c(1, 0)), strata)
    counts <- counts[, , apply(counts, 3, function(stratum) all(rowSums(stratum) > 0) && sum(stratum) > 1)]
    test <- mantelhaen.test(counts)
    c(test$estimate, test$statistic, test$p.value)
  })
  sprintf(
    paste0(
      '  "%s": {"difficulty": %s, "difficultyError": %s,\n    "outfit": %s, "outfitZ": %s,\n',
      '    "infit": %s, "infitZ": %s,\n    "oddsRatio": %s, "statistic": %s, "chance": %s}'
    ),
    name, vector_text(-model$betapar), vector_text(model$se.beta), vector_text(fit$i.outfitMSQ),
    vector_text(fit$i.outfitZ), vector_text(fit$i.infitMSQ), vector_text(fit$i.infitZ),
    vector_text(compared[1, ]), vector_text(compared[2, ]), vector_text(compared[3, ])
  )
})
cat("{\n", paste(entries, collapse = ",\n"), "\n}\n", sep = "")
