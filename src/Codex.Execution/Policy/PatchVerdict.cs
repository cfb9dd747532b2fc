namespace Codex.Execution.Policy;

/// <summary>What the permissions say about a patch.</summary>
public abstract record PatchVerdict
{
    private PatchVerdict()
    {
    }

    /// <summary>It may be applied without asking, inside the sandbox of the turn.</summary>
    public sealed record Apply : PatchVerdict;

    /// <summary>The user has to be asked.</summary>
    public sealed record Prompt : PatchVerdict;

    /// <summary>It must not be applied.</summary>
    /// <param name="Reason">Why, for the model.</param>
    public sealed record Rejected(string Reason) : PatchVerdict;
}
