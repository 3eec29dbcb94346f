// What payers send back, all in this file: a correction is one line. The numbers are those of X12's external code lists,
// read by their wording and usage notes; the words are ours.

extension ReasonCode {
    /// As of when the lists were read.
    package static let edition = "2024-06"
    /// Where they are kept.
    package static let source =
        "X12 external code lists: claim adjustment reason codes and remittance advice remark codes, as of \(edition)"
}

/// The denials that edits lead to. One whose numbers are corrected says so, since an item that shows them is then another.
extension Denial {
    static let unknownCode = Denial("181", "M20")
    static let notInEffect = Denial("181", "N56")
    static let unitsInvalid = Denial("16", "M53")
    static let modifierInvalid = Denial("4", "N823", corrected: true)  // N519 is for a combination
    static let modifierCombination = Denial("4", "N519")
    static let modifierMissing = Denial("16", "N822")  // 4 says nothing of a missing one since March 2020
    static let duplicateLine = Denial("18", nil)
    static let addOnWithoutPrimary = Denial("107", "N122")
    static let mutuallyExclusive = Denial("97", "N20", corrected: true)
    static let ncciPair = Denial("236", "N20")  // only for a pair that NCCI has
    static let notSeparatelyPayable = Denial("97", "N20")
    static let serviceDoesNotQualify = Denial("96", "N130")
    static let ineligiblePerformer = Denial("170", "N95")
    static let placeOfService = Denial("5", "M77")
    static let documentationMissing = Denial("252", "N706", corrected: true)  // 16 is not for documentation
    static let primaryRepeated = Denial("151", "N362")
    static let timelyFiling = Denial("29", nil)
    static let authorisationMissing = Denial("197", "M62")
    static let authorisationExceeded = Denial("198", nil)
    static let benefitMaximum = Denial("119", "N362")
    static let unitCap = Denial("151", "N362", corrected: true)  // 222 is a provider's contracted most
    static let minuteCap = Denial("119", "N362", corrected: true)
    static let unitsExceedTime = Denial("151", "N362")
}

extension ReasonCode {
    /// Those that an edit leads to, and those that a coder often meets.
    package static let all = [
        ReasonCode(
            .carc, "4", "the modifier does not go with the code",
            next: "Look at the remark code, mend the modifier by the record, and send a corrected claim."),
        ReasonCode(
            .carc, "5", "the code does not go with the place of service",
            next: "Hold the place on the claim against the record: mend it if it is wrong, else bill what fits it."),
        ReasonCode(
            .carc, "16", "something on the claim is missing or wrong",
            next: "The remark code says what: mend it and send a corrected claim. No documents are asked for."),
        ReasonCode(
            .carc, "18", "just the same line was billed before",
            next: "See whether the first was paid. Send nothing again unless it was another service, and then say so."),
        ReasonCode(
            .carc, "22", "another payer may have to pay first",
            next: "Ask who pays first, bill that payer, and send its answer along with the claim to this one."),
        ReasonCode(
            .carc, "29", "the claim came after the payer's time for it was over",
            next: "Look for proof that it was sent in time and appeal with it. Without proof it is the provider's loss."
        ),
        ReasonCode(
            .carc, "50", "the payer does not find the service medically needed",
            next: "Hold diagnosis and record against the payer's coverage policy, and appeal with the record."),
        ReasonCode(
            .carc, "96", "the plan does not cover the service",
            next: "Read what the plan restricts. Bill the right code if this was the wrong one, else another payer."),
        ReasonCode(
            .carc, "97", "another service that was paid includes this one already",
            next: "Leave the code off, unless the two were distinct and a modifier may say so."),
        ReasonCode(
            .carc, "107", "the service that this one goes with is not on the claim",
            next: "Bill both on one claim: add the missing service if the record has it."),
        ReasonCode(
            .carc, "119", "the plan's maximum for the period or the case is reached",
            next: "Count what the plan has paid. Ask for an exception, or bill whoever pays beyond it."),
        ReasonCode(
            .carc, "151", "the record does not support so many units",
            next: "Count the record anew. Send fewer units, or appeal with the record if it bears out all of them."),
        ReasonCode(
            .carc, "170", "the payer does not pay this kind of performer for it",
            next:
                "See who gave the care. Bill under that name if it is one whom the payer pays; nobody else may be named."
        ),
        ReasonCode(
            .carc, "181", "the code was not valid on the date of service",
            next: "Find the code that was in effect on that day, and send a corrected claim."),
        ReasonCode(
            .carc, "182", "the modifier was not valid on the date of service",
            next: "Find the modifier that was in effect on that day, and send a corrected claim."),
        ReasonCode(
            .carc, "185", "the performer may not give this service",
            next: "See whether the performer is enrolled for it, and bill under whoever gave it and may."),
        ReasonCode(
            .carc, "197", "an authorisation was needed and is missing",
            next: "Look for the number and send it. If none was asked for, ask whether it can be had afterwards."),
        ReasonCode(
            .carc, "198", "more was billed than was authorised",
            next: "Bill what is authorised, and ask for more units before the next dates of service."),
        ReasonCode(
            .carc, "222", "the provider's contracted maximum of hours, days or units for the period is passed",
            next: "Read the contract: the limit is the provider's for all its patients, and not this patient's."),
        ReasonCode(
            .carc, "236", "NCCI does not let the two codes be paid together on one day",
            next: "Look the pair up: with indicator 1 a modifier may part them if the record does; with 0 nothing may."),
        ReasonCode(
            .carc, "252", "documents are needed before the claim can be decided",
            next: "Send what the remark code names, in time. If the record never held it, bill what it supports."),
        ReasonCode(
            .carc, "B15", "a qualifying service has to be billed and paid first",
            next: "Bill the qualifying service, have it paid, and send this one again."),
        ReasonCode(
            .rarc, "M20", "the procedure code is missing or not a valid one",
            next: "Look the code up, mend it, and send a corrected claim."),
        ReasonCode(
            .rarc, "M53", "the days or units are missing or not a valid count",
            next: "Count the units, write them as a whole number, and send a corrected claim."),
        ReasonCode(
            .rarc, "M62", "the number of the authorisation is missing or wrong",
            next: "Find the number, and send a corrected claim with it."),
        ReasonCode(
            .rarc, "M77", "the place of service is missing, wrong or does not fit",
            next: "Take the place from the record, and send a corrected claim."),
        ReasonCode(
            .rarc, "N20", "not payable beside another service of the same day",
            next: "See which service was paid, and leave this one off unless they were distinct."),
        ReasonCode(
            .rarc, "N29", "notes, orders or other documents are missing; X12 prefers remarks that name them",
            next: "Send the record. If it never held what is asked for, bill what it supports."),
        ReasonCode(
            .rarc, "N56", "the code does not fit the service or its date",
            next: "Find the code that was in effect for it on that day."),
        ReasonCode(
            .rarc, "N95", "this kind of provider may not bill the service",
            next: "See who may, and whether one of them gave the care."),
        ReasonCode(
            .rarc, "N122", "an add-on code cannot be billed by itself",
            next: "Bill it beside its primary code, on one claim."),
        ReasonCode(
            .rarc, "N130", "the plan's documents say what it restricts",
            next: "Read the plan's rules for this service before anything is sent again."),
        ReasonCode(
            .rarc, "N362", "more days or units than the payer accepts",
            next: "Hold the units against the payer's limit for a day and against the record."),
        ReasonCode(
            .rarc, "N519", "the modifiers do not go together",
            next: "Take off the one that the record does not bear out."),
        ReasonCode(
            .rarc, "N706", "documents are missing",
            next: "Send the record. If it never held what is asked for, bill what it supports."),
        ReasonCode(
            .rarc, "N822", "a modifier is missing",
            next: "Find which one the facts call for, and send a corrected claim with it."),
        ReasonCode(
            .rarc, "N823", "a modifier is incomplete or not valid",
            next: "Take it off or mend it, and send a corrected claim."),
    ]
}
