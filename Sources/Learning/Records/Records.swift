/// What is kept of those who learn: who they are, what they were asked and answered, and what follows from it.
///
/// These are the values that a ``LearnerStore`` takes and gives. They name packs, items, skills and misconceptions by
/// text, so that what was kept can be read whatever has become of the pack.
package enum Records {}
