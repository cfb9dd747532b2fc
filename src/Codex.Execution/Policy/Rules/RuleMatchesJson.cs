using System.Text;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Execution.Policy.Rules;

/// <summary>Writes what rules say about a command, as <c>codex execpolicy check</c> prints it.</summary>
public static class RuleMatchesJson
{
    /// <summary>The matches and the strictest decision, which is missing when nothing matches.</summary>
    /// <param name="matches">The matches, in order.</param>
    /// <param name="indented">Whether to use lines and two blanks a level.</param>
    public static string Write(IReadOnlyList<RuleMatch> matches, bool indented)
    {
        ArgumentNullException.ThrowIfNull(matches);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented, Encoder = CompactJsonEncoder.Instance, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("matchedRules");
            foreach (var match in matches)
            {
                Write(writer, match);
            }

            writer.WriteEndArray();
            if (matches.Count > 0)
            {
                writer.WriteString("decision", matches.Max(static match => match.Decision).Spell());
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, RuleMatch match)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("prefixRuleMatch");
        writer.WriteStartArray("matchedPrefix");
        foreach (var word in match.Prefix)
        {
            writer.WriteStringValue(word);
        }

        writer.WriteEndArray();
        writer.WriteString("decision", match.Decision.Spell());
        WriteOptional(writer, "resolvedProgram", match.ResolvedProgram);
        WriteOptional(writer, "justification", match.Justification);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
