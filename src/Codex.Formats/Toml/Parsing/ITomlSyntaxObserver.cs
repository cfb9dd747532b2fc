namespace Codex.Formats.Toml.Parsing;

/// <summary>Told by the parser where the lines that mean something are, in order. The bytes between are trivia.</summary>
internal interface ITomlSyntaxObserver
{
    /// <summary>A table header; <paramref name="lineEnd"/> is behind its line break.</summary>
    void OnHeader(TomlSpan span, IReadOnlyList<TomlKeyPart> path, bool isArray, int lineEnd);

    /// <summary>A key with its value.</summary>
    void OnAssignment(TomlSpan keySpan, IReadOnlyList<TomlKeyPart> path, TomlSpan valueSpan, int lineEnd);
}
