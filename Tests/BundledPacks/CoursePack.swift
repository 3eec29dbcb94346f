package import Content
import Scoring

/// The lesson pack with a course in it: a lesson of a page, an example, the same faded and practice, and one of a page.
///
/// - Throws: `PackError` with what is wrong where it cannot be read.
package func coursePack() throws -> Pack {
    var pack = try lessonPack()
    let visit = Lesson.Visit(.scenarios(["half-an-hour-more"]), under: "cpt-midpoint")
    let practice = Lesson.Practice(
        count: 2, kinds: [.claim], policies: ["cpt-midpoint", "started-hour"],
        scenarios: ["half-an-hour-more", "four-hours"], templates: [], tellings: [.plain])
    pack.lessons = [
        Lesson(
            id: "first", title: "first", needs: [], teaches: [.firstCode, .furtherCode, .part], beliefs: [],
            steps: [.page(["Words."], sources: ["guide"]), .example(visit), .faded(visit), .practice(practice)]),
        Lesson(
            id: "second", title: "second", needs: ["first"], teaches: [], beliefs: [],
            steps: [.page(["More."], sources: ["guide"])]),
    ]
    return pack
}
