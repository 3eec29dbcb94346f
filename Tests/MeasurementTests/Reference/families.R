# What lme4 makes of answers to variants of item families, as JSON for the tests; Debian's r-cran-lme4.
#
#     Rscript families.R > Variants.json
#
# Variants.csv was drawn from the Rasch model: 8 families of 6 items that scatter by half a logit, one of each for 300
# people.

suppressMessages(library(lme4))

answers <- read.csv("Variants.csv")
for (name in c("person", "family", "item")) answers[[name]] <- factor(answers[[name]])
model <- glmer(right ~ 0 + family + (1 | person) + (1 | item), answers, family = binomial)
deviations <- as.data.frame(VarCorr(model))
vector_text <- function(values) paste0("[", paste(sprintf("%.6g", values), collapse = ", "), "]")
cat(sprintf(
  '{"easiness": %s,\n "deviations": %s}\n', vector_text(fixef(model)),
  vector_text(deviations$sdcor[match(c("person", "item"), deviations$grp)])
))
