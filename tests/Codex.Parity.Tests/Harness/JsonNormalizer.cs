using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Codex.Parity.Tests.Harness;

/// <summary>
/// Rewrites JSON compactly with members in their order, numbers as they were written, strings normalised, clock values
/// replaced, and prose (whose words are our own) reduced to its presence.
/// </summary>
internal sealed partial class JsonNormalizer(TextNormalizer text, bool imagesBySize = false)
{
    private static readonly HashSet<string> s_clocks =
        ["started_at", "completed_at", "duration_ms", "completed_at_ms", "time_to_first_token_ms", "turn_started_at_unix_ms",
        "startedAt", "completedAt", "startedAtMs", "completedAtMs", "durationMs"];

    internal string Normalize(string json)
    {
        using var document = JsonDocument.Parse(json);
        var output = new StringBuilder();
        Write(document.RootElement, "", inTools: false, output);
        return output.ToString();
    }

    /// <summary>The metadata of a turn; git facts are collected beside the turn and may or may not be there in time.</summary>
    internal string NormalizeMetadata(string value)
    {
        var metadata = JsonNode.Parse(value)!.AsObject();
        metadata.Remove("workspaces");
        return Normalize(metadata.ToJsonString());
    }

    private void Write(JsonElement element, string name, bool inTools, StringBuilder output)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, name, inTools, output);
                break;
            case JsonValueKind.Array:
                WriteArray(element, name, inTools, output);
                break;
            case JsonValueKind.String when name == "x-codex-turn-metadata":
                Quote(NormalizeMetadata(element.GetString()!), output);
                break;
            case JsonValueKind.String when name == "processId":
                Quote("<process>", output);
                break;
            case JsonValueKind.String when name == "x-codex-ws-stream-request-start-ms":
                Quote("<clock>", output);
                break;
            case JsonValueKind.String when imagesBySize && name == "image_url":
                Quote(ImageFacts.Describe(element.GetString()!), output);
                break;
            case JsonValueKind.String:
                Quote(IsProse(name, element.GetString()!, inTools) ? "<prose>" : Prose(text.Normalize(element.GetString()!)), output);
                break;
            case JsonValueKind.Number when s_clocks.Contains(name):
                output.Append("\"<clock>\"");
                break;
            default:
                output.Append(element.GetRawText());
                break;
        }
    }

    private void WriteObject(JsonElement element, string name, bool inTools, StringBuilder output)
    {
        if (name == "base_instructions")
        {
            output.Append("\"<prose>\"");
            return;
        }

        // A guess at the size of texts that are worded differently.
        var isEstimate = name == "last_token_usage" && element.GetProperty("input_tokens").GetInt64() == 0;
        var separator = "{";
        foreach (var member in Members(element, name))
        {
            output.Append(separator);
            Quote(text.Normalize(member.Name), output);
            output.Append(':');
            if (isEstimate && member.Name == "total_tokens")
                output.Append("\"<estimate>\"");
            else
                Write(member.Value, member.Name, inTools || member.Name == "tools", output);
            separator = ",";
        }

        output.Append(separator == "{" ? "{}" : "}");
    }

    // A patch's changes and what frames say about themselves are unordered maps in 0.136.0.
    private static IEnumerable<JsonProperty> Members(JsonElement element, string name) => name is "changes" or "client_metadata"
        ? element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal)
        : element.EnumerateObject();

    private void WriteArray(JsonElement element, string name, bool inTools, StringBuilder output)
    {
        var separator = "[";
        foreach (var item in element.EnumerateArray())
        {
            output.Append(separator);
            Write(item, "", inTools, output);
            separator = ",";
        }

        output.Append(separator == "[" ? "[]" : "]");
    }

    // Built-in instructions are recognised by their title.
    private static bool IsProse(string name, string value, bool inTools) =>
        name == "instructions" || (inTools && name == "description") || (name == "developer_instructions" && value.StartsWith("# ", StringComparison.Ordinal));

    private static string Prose(string value)
    {
        value = Permissions().Replace(value, match =>
            $"<permissions instructions><prose>{PermissionFacts(match.Value)}</permissions instructions>");
        value = ModelSwitch().Replace(value, "<model_switch>\n<prose>\n</model_switch>");
        value = CollaborationMode().Replace(value, "<collaboration_mode><prose></collaboration_mode>");
        value = Skills().Replace(value, "$1<prose>$2<prose>\n</skills_instructions>");
        value = Review().Replace(value, match => $"{match.Groups[1]}<prose>{string.Concat(Commits().Matches(match.Value).Select(commit => commit.Value).Distinct())}");
        value = UserAction().Replace(value, "<user_action>\n  <context><prose></context>");
        value = CompactionPrompt().Replace(value, "<compaction prompt>");
        value = Summary().Replace(value, "<summary>\n");
        value = Personality().Replace(value, "<personality_spec><prose></personality_spec>");
        value = GeneratedImages().Replace(value, "$1<prose>");
        return TurnAborted().Replace(value, "<turn_aborted>\n<prose>\n</turn_aborted>");
    }

    // Modes, roots, commands and paths are facts, the words around them are not.
    private static string PermissionFacts(string value)
    {
        const string Commands = "## Approved command prefixes";
        var commands = value.IndexOf(Commands, StringComparison.Ordinal);
        return string.Concat(PermissionFact().Matches(value)) + (commands < 0 ? "" : string.Concat(CommandPrefix().Matches(value[commands..])));
    }

    private static void Quote(string value, StringBuilder output) =>
        output.Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)).Append('"');

    [GeneratedRegex("<permissions instructions>.*?</permissions instructions>", RegexOptions.Singleline)]
    private static partial Regex Permissions();

    [GeneratedRegex(
        @"`sandbox_mode` is `[^`]+`| ?Network access is \w+| The writable roots? (?:is|are) `[^\n]*`\.|^#+ (?:Approv|Denied|Escalation)[^\n]*\n|^- (?:\w+ )?`[a-z_/][^`\n ]*`$",
        RegexOptions.Multiline)]
    private static partial Regex PermissionFact();

    [GeneratedRegex(@"- \["".*""\]$", RegexOptions.Multiline)]
    private static partial Regex CommandPrefix();

    [GeneratedRegex("<model_switch>\n.*?\n</model_switch>", RegexOptions.Singleline)]
    private static partial Regex ModelSwitch();

    [GeneratedRegex("^<collaboration_mode># .*</collaboration_mode>$", RegexOptions.Singleline)]
    private static partial Regex CollaborationMode();

    // The list and the table of directories are facts, the words around them are not.
    [GeneratedRegex("(<skills_instructions>\n## Skills\n)[^\n]+(\n### .*?\n### How to use skills\n).*?\n</skills_instructions>", RegexOptions.Singleline)]
    private static partial Regex Skills();

    // What is reviewed is a fact.
    [GeneratedRegex(
        @"^(Review the (?:current code changes|code changes introduced by commit [^\s.]+(?: \("".*?""\))?|code changes against the base branch '.*?')).*$",
        RegexOptions.Singleline)]
    private static partial Regex Review();

    [GeneratedRegex("[0-9a-f]{40}")]
    private static partial Regex Commits();

    [GeneratedRegex("<user_action>\n  <context>.*?</context>")]
    private static partial Regex UserAction();

    [GeneratedRegex("^(You are performing a CONTEXT CHECKPOINT COMPACTION|The conversation has become too long and will be replaced).*$", RegexOptions.Singleline)]
    private static partial Regex CompactionPrompt();

    [GeneratedRegex("^(Another language model started to solve this problem|This is where an earlier part of the conversation was replaced)[^\n]*\n")]
    private static partial Regex Summary();

    [GeneratedRegex("<personality_spec>.*?</personality_spec>", RegexOptions.Singleline)]
    private static partial Regex Personality();

    [GeneratedRegex(@"^(Generated images are saved to [^\n]* by default\.\n).*$", RegexOptions.Singleline)]
    private static partial Regex GeneratedImages();

    [GeneratedRegex("<turn_aborted>\n.*?\n</turn_aborted>", RegexOptions.Singleline)]
    private static partial Regex TurnAborted();
}
