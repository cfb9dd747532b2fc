using System.Diagnostics.CodeAnalysis;

namespace Codex.Execution.Patching;

/// <summary>A verified patch, or why it does not fit.</summary>
public sealed record PatchVerification
{
    internal PatchVerification(VerifiedPatch patch) => Patch = patch;

    internal PatchVerification(string problem) => Problem = problem;

    /// <summary>The patch; null when it does not fit.</summary>
    public VerifiedPatch? Patch { get; }

    /// <summary>Why it does not fit, the text after <c>apply_patch verification failed: </c>; null when it does.</summary>
    public string? Problem { get; }

    /// <summary>Whether it fits.</summary>
    [MemberNotNullWhen(true, nameof(Patch))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Fits => Patch is not null;
}
