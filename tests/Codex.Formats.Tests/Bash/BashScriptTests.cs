using System.Diagnostics;
using Codex.Formats.Bash;

namespace Codex.Formats.Tests.Bash;

public sealed class BashScriptTests
{
    [Theory]
    [InlineData("if a; then b; elif c; then d; else e; fi > x", BashCompoundKind.If, 5)]
    [InlineData("while read x; do echo $x; done < f", BashCompoundKind.While, 2)]
    [InlineData("until a\ndo b\ndone", BashCompoundKind.While, 2)]
    [InlineData("for x in a \"b c\" $(ls); do echo $x; done", BashCompoundKind.For, 1)]
    [InlineData("for x; do echo; done", BashCompoundKind.For, 1)]
    [InlineData("for ((i=0; i<3; i++)); do echo; done", BashCompoundKind.For, 1)]
    [InlineData("select x in a; do b; done", BashCompoundKind.For, 1)]
    [InlineData("case $x in a|b) ls;; (c) pwd;& *) echo\nesac", BashCompoundKind.Case, 3)]
    [InlineData("f() { ls; }", BashCompoundKind.Function, 1)]
    [InlineData("function f() (ls)", BashCompoundKind.Function, 1)]
    [InlineData("[[ -f x && $y =~ ^(a|b)$ ]]", BashCompoundKind.Test, 0)]
    [InlineData("((i++))", BashCompoundKind.Arithmetic, 0)]
    [InlineData("(ls; pwd)", BashCompoundKind.Subshell, 1)]
    [InlineData("((ls); pwd)", BashCompoundKind.Subshell, 1)]
    [InlineData("{ ls; pwd; }", BashCompoundKind.Group, 1)]
    public void Constructs_keep_their_bodies(string script, BashCompoundKind kind, int bodies)
    {
        var compound = Assert.IsType<BashCommand.Compound>(Assert.Single(Assert.Single(Read(script).Statements).Pipeline.Commands));
        Assert.Equal(kind, compound.Kind);
        Assert.Equal(bodies, compound.Bodies.Length);
    }

    [Fact]
    public void Redirections_keep_descriptor_operator_and_target()
    {
        var command = Simple("<in cmd 2>>err a &>all 1>&2");
        Assert.Equal(["cmd", "a"], command.Words.Select(word => word.Raw));
        Assert.Equal(
            [(null, "<", "in"), ("2", ">>", "err"), (null, "&>", "all"), ("1", ">&", "2")],
            command.Redirections.Select(redirection => (redirection.Descriptor, redirection.Operator, redirection.Target.Raw)));
    }

    [Fact]
    public void Assignments_come_before_the_program_only()
    {
        var command = Simple("A=1 B+=x C[2]=y D=(a b) cmd E=2");
        Assert.Equal(["A=1", "B+=x", "C[2]=y", "D=(a b)"], command.Assignments.Select(word => word.Raw));
        Assert.Equal(["cmd", "E=2"], command.Words.Select(word => word.Raw));
    }

    [Fact]
    public void Words_are_taken_apart()
    {
        var word = Simple("x a'b'\"c$d\"$'e'$(ls)`pwd`${f:-g}$((1+2))<(id)").Words[1];
        Assert.Equal(
            [
                BashWordPartKind.Literal, BashWordPartKind.SingleQuoted, BashWordPartKind.DoubleQuoted, BashWordPartKind.AnsiQuoted,
                BashWordPartKind.CommandSubstitution, BashWordPartKind.CommandSubstitution, BashWordPartKind.Parameter,
                BashWordPartKind.Arithmetic, BashWordPartKind.ProcessSubstitution,
            ],
            word.Parts.Select(part => part.Kind));
        Assert.Equal("pwd", Assert.Single(word.Parts[5].Script!.Statements).Pipeline.Commands.OfType<BashCommand.Simple>().Single().Words[0].Raw);
    }

    [Fact]
    public void Here_documents_are_read_behind_their_line()
    {
        var script = Read("cat <<A && cat <<-'B'\n$x\nA\n\t$y\n\tB\nls");
        var bodies = script.Statements.SelectMany(statement => statement.Pipeline.Commands).SelectMany(command => command.Redirections).Select(r => r.Heredoc!.Body);
        Assert.Equal(["$x\n", "\t$y\n"], bodies);
        Assert.Equal(3, script.Statements.Length);
    }

    [Theory]
    [InlineData("ls &&", 5)]
    [InlineData("ls ; ; pwd", 5)]
    [InlineData("echo 'open", 6)]
    [InlineData("if true; then ls", 16)]
    [InlineData("(ls", 3)]
    [InlineData("ls )", 3)]
    [InlineData("cat <<EOF", 9)]
    [InlineData("a $(", 4)]
    [InlineData("ls >", 4)]
    public void What_is_no_script_is_refused_with_its_place(string script, int offset)
    {
        Assert.Null(BashScript.Parse(script, out var error));
        Assert.Equal(offset, error!.Offset);
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        Assert.NotNull(BashScript.Parse(string.Concat(Enumerable.Repeat("$(", 60)) + "x" + new string(')', 60)));
        foreach (var open in (string[])["$(", "(", "{ ", "${", "\"$(", "<(", "if ", "$((", "[[ $("])
            Assert.Null(BashScript.Parse(string.Concat(Enumerable.Repeat(open, 100_000))));
    }

    [Theory]
    [InlineData("ls && ")]
    [InlineData("a'b'\"c\"")]
    [InlineData("$(( 1 ) 2) ")]
    [InlineData("\"$((x\" ")]
    [InlineData("cat <<A\n")]
    [InlineData("`a` ")]
    [InlineData("{1..2}")]
    [InlineData("{..")]
    [InlineData("# c\n")]
    [InlineData("\\\n")]
    [InlineData("case x in a) ")]
    public void Reading_takes_time_linear_in_the_length(string piece)
    {
        var watch = Stopwatch.StartNew();
        var script = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
        PlainCommands.Parse(script);
        HeredocPrefix.Parse(script);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    private static BashScript Read(string script) => BashScript.Parse(script) ?? throw new InvalidOperationException(script);

    private static BashCommand.Simple Simple(string script) =>
        Assert.IsType<BashCommand.Simple>(Assert.Single(Assert.Single(Read(script).Statements).Pipeline.Commands));
}
