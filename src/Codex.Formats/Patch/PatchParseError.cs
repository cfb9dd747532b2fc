namespace Codex.Formats.Patch;

/// <summary>Why a text is no patch (0.136: apply-patch/src/parser.rs).</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="LineNumber">The line of the patch, from 1; null when the patch as a whole is wrong.</param>
public sealed record PatchParseError(string Message, int? LineNumber)
{
    /// <summary>The text that the model is told.</summary>
    public string ToModelText() => LineNumber is { } line ? $"invalid hunk at line {line}, {Message}" : $"invalid patch: {Message}";

    /// <summary>The text that the command prints.</summary>
    public string ToCommandText() =>
        LineNumber is { } line ? $"Invalid patch hunk on line {line}: {Message}" : $"Invalid patch: {Message}";
}
