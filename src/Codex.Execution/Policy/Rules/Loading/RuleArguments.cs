using System.Collections.Immutable;
using Codex.Formats.Bash;
using Codex.Formats.Starlark;
using Codex.Formats.Starlark.Values;

namespace Codex.Execution.Policy.Rules.Loading;

/// <summary>Reads the arguments of rules. Failures are <see cref="StarlarkException"/> in the words of the original.</summary>
internal static class RuleArguments
{
    public static string? Text(StarlarkValue? value, string parameter) => value switch
    {
        null => null,
        StarlarkText text => text.Value,
        _ => throw WrongType(parameter, "str", value),
    };

    public static IReadOnlyList<StarlarkValue>? List(StarlarkValue? value, string parameter) => value switch
    {
        null => null,
        StarlarkList list => list.Items,
        _ => throw WrongType(parameter, "list", value),
    };

    public static RuleDecision? Decision(string? word) =>
        word is null ? null : RuleDecisionText.Parse(word) ?? throw new StarlarkException($"invalid decision: {word}");

    public static string? Justification(string? text) =>
        text is null || !string.IsNullOrWhiteSpace(text) ? text : throw new StarlarkException("invalid rule: justification cannot be empty");

    public static string Host(string text)
    {
        try
        {
            return NetworkHost.Normalize(text);
        }
        catch (InvalidRuleException exception)
        {
            throw new StarlarkException(exception.Message);
        }
    }

    public static ImmutableArray<ImmutableArray<string>> Pattern(IReadOnlyList<StarlarkValue> elements) => elements.Count > 0
        ? [.. elements.Select(Alternatives)]
        : throw new StarlarkException("invalid pattern element: pattern cannot be empty");

    public static ImmutableArray<ImmutableArray<string>> Examples(IReadOnlyList<StarlarkValue>? examples) =>
        [.. (examples ?? []).Select(static example => example switch
        {
            StarlarkText text => Split(text.Value),
            StarlarkList list => Tokens(list),
            _ => throw new StarlarkException($"invalid example: example must be a string or list of strings (got {example.TypeName})"),
        })];

    public static string HostExecutable(string name, StarlarkValue value)
    {
        var path = value is StarlarkText text
            ? text.Value
            : throw new StarlarkException($"invalid rule: host_executable paths must be strings (got {value.TypeName})");
        if (!Path.IsPathFullyQualified(path))
        {
            throw new StarlarkException($"invalid rule: host_executable paths must be absolute (got {path})");
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return ExecutableNames.KeyOf(Path.GetFileName(full)) == ExecutableNames.KeyOf(name)
            ? full
            : throw new StarlarkException($"invalid rule: host_executable path `{path}` must have basename `{name}`");
    }

    private static ImmutableArray<string> Alternatives(StarlarkValue element) => element switch
    {
        StarlarkText text => [text.Value],
        StarlarkList { Items: [] } => throw new StarlarkException("invalid pattern element: pattern alternatives cannot be empty"),
        StarlarkList list => [.. list.Items.Select(static item => item is StarlarkText text
            ? text.Value
            : throw new StarlarkException($"invalid pattern element: pattern alternative must be a string (got {item.TypeName})"))],
        _ => throw new StarlarkException($"invalid pattern element: pattern element must be a string or list of strings (got {element.TypeName})"),
    };

    private static ImmutableArray<string> Split(string example) => ShellSplitting.Split(example) switch
    {
        null => throw new StarlarkException("invalid example: example string has invalid shell syntax"),
        [] => throw new StarlarkException("invalid example: example cannot be an empty string"),
        var words => [.. words],
    };

    private static ImmutableArray<string> Tokens(StarlarkList list) => list.Items.Count > 0
        ? [.. list.Items.Select(static item => item is StarlarkText text
            ? text.Value
            : throw new StarlarkException($"invalid example: example tokens must be strings (got {item.TypeName})"))]
        : throw new StarlarkException("invalid example: example cannot be an empty list");

    private static StarlarkException WrongType(string parameter, string expected, StarlarkValue actual) =>
        new($"Type of parameter `{parameter}` doesn't match, expected `{expected}`, actual `{actual.TypeName} (repr: {actual.Representation})`");
}
