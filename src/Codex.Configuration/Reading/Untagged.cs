using Codex.Formats.Toml;

namespace Codex.Configuration.Reading;

/// <summary>Unions that are told apart by trying: the reason why a case did not fit is lost, as in the original.</summary>
internal static class Untagged
{
    public static string NoMatch(string name) => $"data did not match any variant of untagged enum {name}";

    /// <summary>Reads a table, or null when it does not fit. Unknown fields are not noticed.</summary>
    public static T? TryRead<T>(TomlTable table, ReadContext context, Func<TableReader, T> read)
        where T : class
    {
        var attempt = context.Attempt();
        var result = TableReader.Read(table, attempt, read);
        return attempt.Problem is null ? result : null;
    }
}
