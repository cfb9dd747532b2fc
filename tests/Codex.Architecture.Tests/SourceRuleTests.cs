using System.Text.RegularExpressions;
using Codex.TestSupport.Files;

namespace Codex.Architecture.Tests;

public sealed partial class SourceRuleTests
{
    [Fact]
    public void A_file_holds_one_type_and_bears_its_name()
    {
        var violations =
            from file in SourceTree.Files("src", ".cs")
            let types = TypeDeclaration().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).ToArray()
            let name = Path.GetFileName(file).Split('.')[0]
            where types.Length > 0 && (types.Length > 1 || types[0] != name)
            select $"{SourceTree.Relative(file)}: {string.Join(", ", types)}";
        Assert.Empty(violations);
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        string[] words = ["NotImplemented" + "Exception", "TO" + "DO", "FIX" + "ME"];
        var violations =
            from file in SourceTree.Files("src", ".cs")
            // The one exception is a sentence that 0.136.0 tells the model.
            let text = File.ReadAllText(file).Replace("TO" + "DO/checklist tool", "", StringComparison.Ordinal)
            from word in words
            where text.Contains(word, StringComparison.Ordinal)
            select $"{SourceTree.Relative(file)}: {word}";
        Assert.Empty(violations);
    }

    [Fact]
    public void No_file_names_the_directory_it_was_written_in()
    {
        var violations =
            from directory in (string[])["src", "tests", "docs"]
            from file in SourceTree.Files(directory, ".cs", ".md", ".tsv", ".csproj", ".json", ".toml", ".sh")
            where File.ReadAllText(file).Contains(Repository.Root + "/", StringComparison.Ordinal)
            select SourceTree.Relative(file);
        Assert.Empty(violations);
    }

    // Namespaces are file-scoped, so top-level types begin at the margin.
    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|abstract|static|partial|readonly|ref|unsafe) )*(?:class|struct|interface|enum|record(?: struct)?|delegate \S+) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
