/// The version of the program, which results and certificates name.
package let programVersion = "0.1.0"
