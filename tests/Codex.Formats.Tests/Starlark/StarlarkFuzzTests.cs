using Codex.Formats.Starlark;
using FsCheck;
using FsCheck.Fluent;

namespace Codex.Formats.Tests.Starlark;

public sealed class StarlarkFuzzTests
{
    private static readonly string[] s_pieces =
    [
        " ", "  ", "\n", "\n  ", "\t", "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "=", "==", "+", "-", "*", "**", "//", "%", "<<", "|", "not ", " in ",
        " and ", " or ", "if ", "elif ", "else", "for ", "def f", "return ", "lambda ", "pass", "load(", "x", "y", "None", "True", "range", "len", "'a'",
        "\"b\"", "f'{x}'", "r'\\'", "'''", "1", "0x", "1.5", "1e9", "#", "\\", "é", "\0", "x = 1\n", "for x in [1]:\n  ", "def f(x):\n  return x\n",
    ];

    [Fact]
    public void No_text_fails_but_with_an_error_of_its_own()
    {
        var programs = Gen.Elements(s_pieces).ArrayOf(30).Select(string.Concat);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(programs.ToArbitrary(), program =>
        {
            try
            {
                StarlarkProgram.Parse(new StarlarkSource("fuzz", program)).Run([]);
            }
            catch (StarlarkException exception)
            {
                Assert.NotEmpty(exception.Report);
            }
        }));
    }
}
