using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary>Reads what kind of thing a suggestion is.</summary>
internal static class SuggestedToolKind
{
    private static readonly string[] s_kinds = ["connector", "plugin"];

    public static string Read(TableReader table) => s_kinds[table.RequiredVariant("type", s_kinds)];
}
