/// A file or folder of the repository that the tests were built from, by its path from the top.
package func repository(_ path: String) -> String {
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/" + path
}
