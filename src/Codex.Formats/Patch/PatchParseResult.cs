using System.Diagnostics.CodeAnalysis;

namespace Codex.Formats.Patch;

/// <summary>A patch, or why the text is none.</summary>
public sealed record PatchParseResult
{
    internal PatchParseResult(PatchDocument document) => Document = document;

    internal PatchParseResult(PatchParseError error) => Error = error;

    /// <summary>The patch; null when the text is none.</summary>
    public PatchDocument? Document { get; }

    /// <summary>The first fault; null when there is none.</summary>
    public PatchParseError? Error { get; }

    /// <summary>Whether the text is a patch.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Document is not null;
}
