using Codex.Formats.Bash;
using FsCheck;
using FsCheck.Fluent;

namespace Codex.Formats.Tests.Bash;

public sealed class BashFuzzTests
{
    private static readonly string[] s_pieces =
    [
        " ", "\n", ";", "&", "|", "&&", "||", ";;", "(", ")", "{", "}", "((", "))", "[[", "]]", "<", ">", "<<", "<<<", "<<-", "<(", ">&", "2>",
        "'", "\"", "`", "$", "$(", "$((", "${", "$'", "\\", "\\\n", "#", "!", "=", "a", "b=", "EOF", "\nEOF\n", "if", "then", "fi", "for",
        "in", "do", "done", "case", "esac", "function", "while", "é", "\0", "\r", "{1..2}",
    ];

    [Fact]
    public void No_text_makes_the_readers_throw_or_loop()
    {
        var scripts = Gen.Elements(s_pieces).ArrayOf(40).Select(string.Concat);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000),
            Prop.ForAll(scripts.ToArbitrary(), script =>
            {
                BashScript.Parse(script);
                HeredocPrefix.Parse(script);
                HeredocCommand.Recognize(script);
                ShellSplitting.Split(script);
                return PlainCommands.Parse(script)?.All(words => words.Count > 0) ?? true;
            }));
    }

    [Fact]
    public void Plain_words_come_out_as_they_went_in()
    {
        var words = Gen.Elements("ls", "-la", "a b", "x'y", "$HOME", "`id`", "a;b", "é", "", "|", "\"q\"").ArrayOf(5);
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(words.ToArbitrary(), list => ShellSplitting.Split(ShellQuoting.Join(list))!.SequenceEqual(list)));
    }
}
