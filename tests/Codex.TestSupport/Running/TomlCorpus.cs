namespace Codex.TestSupport.Running;

/// <summary>The public toml-test corpus, or why it cannot be had.</summary>
/// <param name="Root">Where its <c>tests</c> directory is; null when missing.</param>
/// <param name="MissingReason">Why it is missing, null when it is there.</param>
public sealed record TomlCorpus(string? Root, string? MissingReason)
{
    private const string Finished = "1.0.0";

    private static readonly Lazy<Task<TomlCorpus>> s_shared = new(() => TomlCorpusInstaller.LocateAsync(CancellationToken.None));

    /// <summary>The corpus: a checkout that <c>CODEX_TOML_TEST</c> names, else one below <c>.oracle/</c>, installed on first use.</summary>
    public static Task<TomlCorpus> LocateAsync() => s_shared.Value;

    /// <summary>Why it says nothing about a version; null when it does.</summary>
    public string? WhyNot(string version) =>
        MissingReason ?? (version == Finished || File.Exists(ListOf(version)) ? null : $"This copy of toml-test is older than TOML {version}.");

    /// <summary>The documents that are valid or invalid in a version of TOML.</summary>
    /// <param name="kind"><c>valid</c> or <c>invalid</c>.</param>
    /// <param name="version">For example <c>1.0.0</c>.</param>
    public IReadOnlyList<string> Documents(string kind, string version)
    {
        var tests = Path.Combine(Root!, "tests");
        var names = File.Exists(ListOf(version)) ? File.ReadLines(ListOf(version)) : NotExcluded(tests, version);
        return [.. names
            .Where(name => name.StartsWith(kind + "/", StringComparison.Ordinal) && name.EndsWith(".toml", StringComparison.Ordinal))
            .Select(name => Path.Combine(tests, name))];
    }

    private string ListOf(string version) => Path.Combine(Root!, "tests", "files-toml-" + version);

    // Copies inside other projects have the exclusions of each version as Go source in place of the lists.
    private IEnumerable<string> NotExcluded(string tests, string version)
    {
        var excluded = ExcludedFrom(File.ReadLines(Path.Combine(Root!, "version.go")), version).ToHashSet();
        return Directory.EnumerateFiles(tests, "*.toml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(tests, path))
            .Where(name => !excluded.Contains(Path.ChangeExtension(name, null)));
    }

    private static IEnumerable<string> ExcludedFrom(IEnumerable<string> source, string version) => source
        .SkipWhile(line => !line.Contains($"\"{version}\":", StringComparison.Ordinal))
        .Skip(1)
        .TakeWhile(line => !line.Contains("versionSpec", StringComparison.Ordinal))
        .SelectMany(line => line.Split("//")[0].Split('"').Where((_, index) => index % 2 == 1));
}
