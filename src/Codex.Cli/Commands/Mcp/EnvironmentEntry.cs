namespace Codex.Cli.Commands.Mcp;

/// <summary>Values of <c>mcp add --env</c>.</summary>
internal static class EnvironmentEntry
{
    /// <summary>Why a value is not acceptable; null when it is.</summary>
    public static string? WhyNot(string text) =>
        Split(text).Name.Length > 0 && text.Contains('=', StringComparison.Ordinal) ? null : "environment entries must be in KEY=VALUE form";

    /// <summary>Name, without the spaces around it, and value.</summary>
    public static (string Name, string Value) Split(string text)
    {
        var split = text.IndexOf('=', StringComparison.Ordinal);
        return split < 0 ? (text.Trim(), "") : (text[..split].Trim(), text[(split + 1)..]);
    }
}
