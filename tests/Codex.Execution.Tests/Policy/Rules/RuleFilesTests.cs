using Codex.Execution.Policy.Rules.Loading;

namespace Codex.Execution.Tests.Policy.Rules;

public sealed class RuleFilesTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("codex-rules-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void Files_are_read_by_folder_and_then_by_name()
    {
        Write("a/rules/2.rules", "prefix_rule(pattern=[\"x\"], justification=\"second\")");
        Write("a/rules/1.rules", "prefix_rule(pattern=[\"x\"], justification=\"first\")");
        Write("b/rules/0.rules", "prefix_rule(pattern=[\"x\"], justification=\"third\")");
        Write("b/rules/notes.txt", "(");
        Write("b/rules/.rules", "(");
        Directory.CreateDirectory(Path.Join(_home, "b", "rules", "d.rules"));
        var rules = RuleFiles.Load([Path.Join(_home, "a"), Path.Join(_home, "b"), Path.Join(_home, "missing")]);
        Assert.Equal(["first", "second", "third"], rules.Match(["x"], directory: null).Select(match => match.Justification));
    }

    [Fact]
    public void A_file_that_cannot_be_used_is_named_with_its_line()
    {
        Write("rules/z.rules", "\n\nprefix_rule(\n pattern=[])\n");
        Assert.Equal(
            $"{_home}/rules/z.rules:3: error: invalid pattern element: pattern cannot be empty (problem is on or around line 3)",
            Assert.Throws<RulesException>(() => RuleFiles.Load([_home])).Message);
    }

    [Fact]
    public void Text_that_is_no_utf8_and_a_folder_that_is_none_are_refused()
    {
        Write("rules/u.rules", "");
        File.WriteAllBytes(Path.Join(_home, "rules", "u.rules"), [0xFF]);
        Assert.Equal(
            $"failed to read rules file {_home}/rules/u.rules: stream did not contain valid UTF-8",
            Assert.Throws<RulesException>(() => RuleFiles.Load([_home])).Message);
        Write("b/rules", "");
        Assert.Equal(
            $"failed to read rules files from {_home}/b/rules: Not a directory (os error 20)",
            Assert.Throws<RulesException>(() => RuleFiles.Load([Path.Join(_home, "b")])).Message);
    }

    [Fact]
    public void Allowed_prefixes_are_listed_once_and_sorted()
    {
        Write("rules/a.rules", """
            prefix_rule(pattern=["npm", ["test", "run"]])
            prefix_rule(pattern=[["b", "a"], "x"])
            prefix_rule(pattern=["a", "x"])
            prefix_rule(pattern=["rm"], decision="forbidden")
            """);
        Assert.Equal(["a x", "b x", "npm [test|run]"], RuleFiles.Load([_home]).AllowedPrefixes().Select(prefix => string.Join(' ', prefix)));
    }

    private void Write(string file, string text)
    {
        var path = Path.Join(_home, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
