namespace Codex.Cli.Commands.Apply;

/// <summary>What a line of <c>git apply</c> says about a file.</summary>
internal enum PatchOutcome
{
    /// <summary>It is looked at now.</summary>
    Looked,

    /// <summary>It was changed.</summary>
    Applied,

    /// <summary>It was changed and has conflicts.</summary>
    Conflicted,

    /// <summary>It could not be changed in the plain way; a merge may follow.</summary>
    Failed,

    /// <summary>It was not changed.</summary>
    Skipped,
}
