using System.Text.RegularExpressions;

namespace Codex.Architecture.Tests;

/// <summary>The names of all tests, as <c>Class.Method</c>, read from their sources.</summary>
internal sealed partial class TestIndex
{
    private readonly HashSet<string> _names = [];

    public TestIndex()
    {
        foreach (var file in SourceTree.Files("tests", ".cs"))
            Read(File.ReadAllText(file));
    }

    /// <summary>Whether there is such a test.</summary>
    public bool Contains(string name) => _names.Contains(name);

    private void Read(string text)
    {
        if (ClassName().Match(text) is not { Success: true } type)
            return;
        foreach (Match method in TestMethod().Matches(text))
            _names.Add($"{type.Groups["name"].Value}.{method.Groups["name"].Value}");
    }

    [GeneratedRegex(@"^(?:public|internal) [\w ]*class (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex ClassName();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b[^\]]*\][\s\S]*?public (?:async )?(?:void|Task|ValueTask) (?<name>\w+)\(")]
    private static partial Regex TestMethod();
}
