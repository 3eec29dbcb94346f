import LearningTools
import Team

/// Learning systems that may send people, and the courses that they came from.
struct PlatformPages {
    let pages: Pages
    let launches: LaunchDesk?
    let desk: ExamDesk

    var routes: [Route] {
        [
            Route(.get, "learning-systems", .permission(.administer)) { visit in
                try pages.page("learning-systems", Self.title, for: visit, systems(visit))
            },
            Route(.post, "learning-systems", .permission(.administer)) { visit in try add(visit) },
            Route(.post, "learning-systems/:id/remove", .permission(.administer)) { visit in
                let launches = try known()
                try pages.accounts.remove(visit.part("id"), from: launches.store, by: visit.person())
                return .goTo("/learning-systems")
            },
            Route(.get, "courses", .permission(.keepRoster)) { visit in
                try pages.page("courses", "Courses", for: visit, courses(visit))
            },
            Route(.post, "courses", .permission(.keepRoster)) { visit in try takeIn(visit) },
        ]
    }

    private static let title = "Learning systems"
    private static let fields = ["name", "issuer", "client", "deployments", "authorization", "token", "keys"]

    private func known() throws(TeamError) -> LaunchDesk {
        guard let launches else { throw TeamError(.notFound, "no learning system sends people here") }
        return launches
    }

    private func systems(_ visit: Visit) throws -> [String: PageValue] {
        let launches = try known()
        let platforms = try pages.accounts.platforms(in: launches.store, for: visit.person())
        let values: [PageValue] = platforms.map { platform in
            [
                "id": .text(platform.id), "name": .text(platform.name), "issuer": .text(platform.issuer),
                "client": .text(platform.client),
                "deployments": .text(
                    platform.deployments.isEmpty ? "all" : platform.deployments.joined(separator: " ")),
            ]
        }
        let typed = Self.fields.map { ($0, PageValue.text(visit.form[$0])) }
        return [
            "systems": .list(values), "hasSystems": .flag(!values.isEmpty), "login": .text(launches.login),
            "launch": .text(launches.launch), "choice": .text(launches.choice), "keySet": .text(launches.keySet),
        ].merging(typed) { $1 }
    }

    private func add(_ visit: Visit) throws -> WebAnswer {
        let launches = try known()
        do {
            let platform = try Platform(typed: visit.form["name"]) { name in
                visit.form[name].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            try pages.accounts.add(platform, to: launches.store, by: visit.person())
            return .goTo("/learning-systems")
        } catch {
            return try pages.again("learning-systems", Self.title, for: visit, systems(visit), error)
        }
    }

    private func courses(_ visit: Visit) throws -> [String: PageValue] {
        let names = try launches.map { launches in
            Dictionary(try launches.store.platforms().map { ($0.id, $0.name) }) { first, _ in first }
        }
        let courses = try launches?.store.courses() ?? []
        let count = visit.request.query["taken"]
        return [
            "courses": .list(
                courses.map { course in
                    [
                        "platform": .text(course.platform), "id": .text(course.id), "title": .text(course.title),
                        "system": .text(names?[course.platform] ?? ""), "isTold": .flag(course.members != nil),
                    ]
                }), "hasCourses": .flag(!courses.isEmpty),
            "taken": .optional(Int(count).map { "\($0)" }),
        ]
    }

    private func takeIn(_ visit: Visit) throws -> WebAnswer {
        let (launches, actor) = (try known(), try visit.person())
        try actor.check(.invite)
        let course = try launches.store.courses().first {
            $0.platform == visit.form["platform"] && $0.id == visit.form["course"]
        }
        guard let course, let platform = try launches.store.platforms().first(where: { $0.id == course.platform })
        else { throw TeamError(.notFound, "there is no such course") }
        do {
            let learners = try CourseMembers(of: launches).learners(of: course, in: platform)
            let count = try desk.takeIn(
                learners, of: course, from: platform, admitting: pages.accounts, by: actor)
            return .goTo("/courses?taken=\(count)")
        } catch let error as TeamError {
            return try pages.again("courses", "Courses", for: visit, courses(visit), error)
        }
    }
}
