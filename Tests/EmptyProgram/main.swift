import ArgumentParser
import CReadline
import CSodium
import FoundationEssentials
import GRDB
import Yams

// The floor under start-up: what the system and the runtime do for a program that links what Preceptor links, and
// only prompts. The names keep the linker from leaving a library out.

let linked: [Any] = [
    (any ParsableCommand).self, readline, sodium_init, JSONDecoder.self, DatabaseQueue.self, YAMLDecoder.self,
]
print("code> ", terminator: linked.isEmpty ? "\n" : "")
