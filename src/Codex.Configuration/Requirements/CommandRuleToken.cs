using Codex.Configuration.Reading;

namespace Codex.Configuration.Requirements;

/// <summary>A place in a rule's pattern.</summary>
/// <param name="Token">The word that has to be there, or null.</param>
/// <param name="AnyOf">The words one of which has to be there, or null.</param>
public sealed record CommandRuleToken(string? Token, IReadOnlyList<string>? AnyOf)
{
    /// <summary>The words that fit.</summary>
    public IReadOnlyList<string> Alternatives => AnyOf ?? (Token is null ? [] : [Token]);

    internal string? Fault => (Token, AnyOf) switch
    {
        (not null, not null) => "set either token or any_of, not both",
        (null, null) => "set either token or any_of",
        (null, { Count: 0 }) => "any_of cannot be empty",
        (null, { } words) => words.Any(string.IsNullOrWhiteSpace) ? "any_of cannot include empty tokens" : null,
        ({ } word, null) => string.IsNullOrWhiteSpace(word) ? "token cannot be empty" : null,
    };

    internal static CommandRuleToken Read(TableReader table) => new(table.String("token"), table.Strings("any_of"));
}
