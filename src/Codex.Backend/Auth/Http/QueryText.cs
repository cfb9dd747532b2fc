using System.Text;

namespace Codex.Backend.Auth.Http;

/// <summary>Names and values as forms and addresses carry them.</summary>
internal static class QueryText
{
    /// <summary>Joins members; null values are left out.</summary>
    public static string Of(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in members)
        {
            if (value is not null)
                text.Append(text.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return text.ToString();
    }

    /// <summary>Takes a query apart; of members with the same name the last counts.</summary>
    public static Dictionary<string, string> Parse(string query)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = member.Split('=', 2);
            members[Decode(parts[0])] = parts.Length > 1 ? Decode(parts[1]) : "";
        }

        return members;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
