package import Content
import Reports
package import Scoring
package import Terminal

extension Console {
    /// Shows a key with the steps that led to it.
    package func show(_ key: Key, of pack: Pack, under policy: Policy, indent: Int = 0) {
        table([[style.bold(policy.id.text), style.accent(key.claim.shown)]], indent: indent)
        for step in key.steps { paragraph(step.text(by: pack.wording), indent: indent + 2) }
    }
}
