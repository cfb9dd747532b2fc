using Codex.Formats.Bash;

namespace Codex.Formats.Tests.Bash;

public sealed class PlainCommandsTests
{
    [Theory]
    [InlineData("ls", "ls")]
    [InlineData("ls -la; pwd", "ls -la/pwd")]
    [InlineData("ls && rm -rf x || echo 'a b' | wc", "ls/rm -rf x/echo a b/wc")]
    [InlineData("echo \"a b\" -g\"*.py\"", "echo a b -g*.py")]
    [InlineData("ls &&\n pwd\n", "ls/pwd")]
    [InlineData("ls\n\npwd", "ls/pwd")]
    [InlineData("git log --format=%h", "git log --format=%h")]
    [InlineData("echo a#b", "echo a#b")]
    [InlineData("cat {a,b} x[1]", "cat {a,b} x[1]")]
    [InlineData("time done }", "time done }")]
    [InlineData("echo it\\'s \\$HOME", "echo it\\'s \\$HOME")]
    public void Words_joined_by_operators_are_split(string script, string expected) =>
        Assert.Equal(expected, string.Join('/', PlainCommands.Parse(script)!.Select(words => string.Join(' ', words))));

    [Theory]
    [InlineData("echo $HOME")]
    [InlineData("echo \"$(id)\"")]
    [InlineData("echo `id`")]
    [InlineData("ls > x")]
    [InlineData("cat <<EOF\nEOF")]
    [InlineData("(ls)")]
    [InlineData("{ ls; }")]
    [InlineData("sleep 1 &")]
    [InlineData("A=1 ls")]
    [InlineData("if true; then ls; fi")]
    [InlineData("! ls")]
    [InlineData("ls # comment")]
    [InlineData("ls &&")]
    [InlineData("&& ls")]
    [InlineData("ls ;; pwd")]
    [InlineData("echo 'open")]
    [InlineData("'rm' -rf x")]
    [InlineData("")]
    [InlineData("echo {1..3}")]
    [InlineData("echo \"a$\"")]
    [InlineData("echo ''\"\"")]
    [InlineData("export A=1")]
    [InlineData("[ -f x ]")]
    [InlineData("ls |& wc")]
    [InlineData("diff <(ls) x")]
    public void Anything_else_is_not_plain(string script) => Assert.Null(PlainCommands.Parse(script));
}
