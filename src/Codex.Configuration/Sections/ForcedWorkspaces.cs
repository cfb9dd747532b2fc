using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary>Reads <c>forced_chatgpt_workspace_id</c>: one id or a list.</summary>
internal static class ForcedWorkspaces
{
    private const string Key = "forced_chatgpt_workspace_id";

    private const string CommaSeparated =
        "forced_chatgpt_workspace_id must be a single workspace ID string or a TOML list of strings; comma-separated strings are not supported. "
        + "Use `forced_chatgpt_workspace_id = [\"123e4567-e89b-42d3-a456-426614174000\", \"123e4567-e89b-42d3-a456-426614174001\"]` instead.";

    public static IReadOnlyList<string>? Read(TableReader table) => table.Raw(Key) switch
    {
        null => null,
        TomlString text when text.Value.Contains(',', StringComparison.Ordinal) => table.Reject<IReadOnlyList<string>>(Key, CommaSeparated),
        TomlString text => [text.Value],
        TomlArray list when list.Items.All(static item => item is TomlString) => [.. list.Items.Select(static item => ((TomlString)item).Value)],
        _ => table.Reject<IReadOnlyList<string>>(Key, Untagged.NoMatch("Repr")),
    };
}
