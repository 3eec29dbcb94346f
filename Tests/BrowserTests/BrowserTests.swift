#if Server
import PseudoTerminal
import PythonPackages
import Testing

/// The real program, visited with Chromium.
@Suite struct `In a browser` {
    /// Screenshots are left beside what was built.
    @Test(arguments: ["paths", "exam", "clock", "pages", "lti"]) func `the server does what it should`(script: String)
        throws
    {
        let folder = repository(".build/browser/\(script)")
        _ = try run("/bin/rm", ["-rf", folder])
        let result = try PythonPackages("browser").run(
            repository("Tests/BrowserTests/Scripts/\(script).py"), [try builtExecutable("preceptor-server"), folder])
        #expect(result.code == 0, "\(result.output)\(result.errors)")
    }
}
#endif
